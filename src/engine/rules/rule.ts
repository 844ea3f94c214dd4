import type { AuthFlow } from '../flows/flow.js';
import type { Known } from '../known.js';
import type {
  Carrier,
  Credential,
  CredentialKind,
  ExchangeRef,
  Format,
  Role,
  Severity,
} from '../model.js';
import type { Moment } from '../moments/moment.js';
import type { Text } from '../text.js';
import type { LoggedExchange } from '../trail/exchange-log.js';
import type { Outcome } from '../trail/response-facts.js';
import type { CookieDraft } from './cookie-draft.js';
import type { RequestDraft } from './request-draft.js';

/** What a rule may look at. */
export interface Subjects {
  credential: Credential;
  exchange: LoggedExchange;
  flow: AuthFlow;
  moment: Moment;
  site: SiteSubject;
}

export type SubjectKind = keyof Subjects;

/** A site as a whole: all else is asked of what is known. */
export interface SiteSubject {
  readonly site: string;
}

/** To what a rule applies: the judge hands it nothing else. Every member that is there must fit. */
export interface AppliesTo {
  credential: {
    readonly kinds?: readonly CredentialKind[];
    readonly roles?: readonly Role[];
    /** It was seen in one of these. */
    readonly carriers?: readonly Carrier[];
    readonly formats?: readonly Format[];
  };
  exchange: {
    readonly outcomes?: readonly Outcome[];
    readonly stateChanging?: boolean;
    /** It had to do with a password: sent one, or was answered by a form for one. */
    readonly password?: true;
    /** Its answer gave something. */
    readonly gives?: true;
  };
  flow: {
    readonly protocols?: readonly AuthFlow['protocol'][];
    readonly grants?: readonly AuthFlow['grant'][];
  };
  moment: { readonly types?: readonly Moment['type'][] };
  site: Readonly<Record<never, never>>;
}

export interface Evidence {
  text: Text;
  exchange?: ExchangeRef | undefined;
}

/**
 * What a check came to: evidence of the problem; none where the subject passes; that the question
 * does not arise; or that what was seen does not answer it, which is never a finding.
 */
export type Check = readonly Evidence[] | 'does-not-apply' | 'unknown';

/**
 * One problem, one id, one file. `check` is pure; all evidence of one rule about one subject
 * becomes one finding. The strings are English; a translation is looked up by `rule_<id>_title` and
 * so on (with `_` for `-`).
 */
export interface RuleOf<K extends SubjectKind> {
  /** `<subject>-<failing state>`, the same as the file's name. */
  readonly id: string;
  readonly subject: K;
  readonly applies?: AppliesTo[K];
  readonly severity: Severity | ((subject: Subjects[K], known: Known) => Severity);
  /** Where severity depends on the subject: how, in words for the documentation. */
  readonly grading?: string;
  readonly title: string;
  readonly why: string;
  /**
   * With the header or the code to paste. Plain text: an empty line parts paragraphs, four spaces
   * in front of every line make one of code.
   */
  readonly fix: string;
  /** What the fix may break, and how to check first. */
  readonly breaks: string;
  /** CWE, OWASP ASVS 5.0, RFC section. */
  readonly references: readonly string[];
  /** What is good about a site where everything passes that the rule applies to. */
  readonly strength?: string;
  /**
   * Rules that say the same more exactly: where one of them finds something about the same thing,
   * this one has nothing to add.
   */
  readonly yieldsTo?: readonly string[];
  /** It does not where they say it more mildly: what is to be changed is another thing then. */
  readonly yieldsUnlessMilder?: true;
  /**
   * Watching seldom answers it: somebody would have to try (send an old value once more, wait for
   * hours). Then it is told as unknown, and takes nothing from the grade.
   */
  readonly needsTrial?: true;
  /** What it finds stands in the value itself, however unsure it is what the value is for. */
  readonly byValue?: true;
  /** A cookie rule's part of the line that its cookie should be set with. */
  line?(draft: CookieDraft, subject: Subjects[K], known: Known): CookieDraft;
  /** A flow rule's part of the authorization request that should be sent instead. */
  request?(draft: RequestDraft, subject: Subjects[K], known: Known): RequestDraft;
  check(subject: Subjects[K], known: Known): Check;
}

export type CredentialRule = RuleOf<'credential'>;
export type ExchangeRule = RuleOf<'exchange'>;
export type FlowRule = RuleOf<'flow'>;
export type MomentRule = RuleOf<'moment'>;
export type SiteRule = RuleOf<'site'>;
export type Rule = CredentialRule | ExchangeRule | FlowRule | MomentRule | SiteRule;
