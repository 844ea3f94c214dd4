import type { Severity } from '../../engine/model.js';
import type { Report } from '../../engine/report/report.js';
import { SEVERITIES, severityRank } from '../../engine/severity.js';
import { isStanding } from './group-findings.js';
import { worstSeverity } from './severity.js';

export interface KnownRule {
  id: string;
  title: string;
  /** The worst that it found and nobody accepted; null where it found nothing. */
  found: Severity | null;
}

/** What rules are about, in the order of the settings. */
export const RULE_TOPICS = [
  'cookie',
  'session',
  'password',
  'jwt',
  'token',
  'oauth',
  'site',
  'other',
] as const;
export type RuleTopic = (typeof RULE_TOPICS)[number];

/** Topics of rules by the word that their ids begin with: each is that of the rule's folder. */
const TOPICS: Readonly<Record<string, RuleTopic>> = {
  cookie: 'cookie',
  session: 'session',
  logout: 'session',
  remember: 'session',
  password: 'password',
  login: 'password',
  basic: 'password',
  digest: 'password',
  jwt: 'jwt',
  id: 'jwt',
  token: 'token',
  refresh: 'token',
  api: 'token',
  oauth: 'oauth',
  oidc: 'oauth',
  saml: 'oauth',
  authenticated: 'site',
  state: 'site',
  csrf: 'site',
  cors: 'site',
  hsts: 'site',
  referrer: 'site',
};

/** What a rule is about, told by its id. */
export function topicOf(id: string): RuleTopic {
  const [word = ''] = id.split('-');
  return Object.hasOwn(TOPICS, word) ? TOPICS[word]! : 'other';
}

/** A part of the list of rules: those that are off stand first, whatever they are about. */
export interface RuleGroup {
  topic: RuleTopic | 'off';
  rules: KnownRule[];
}

type Told = Pick<Report, 'rules' | 'rulesOff' | 'findings'>;

/** Rules that are asked and that are not, by id; what nobody knows any more only by its id. */
export function knownRules(report: Told | null, off: readonly string[]): KnownRule[] {
  const named = new Map(off.map((id) => [id, id]));
  for (const { id, title } of [...(report?.rules ?? []), ...(report?.rulesOff ?? [])])
    named.set(id, title);
  const found = (report?.findings ?? []).filter(isStanding);
  return [...named]
    .map(([id, title]) => {
      const own = found.filter(({ ruleId }) => ruleId === id);
      return { id, title, found: worstSeverity(own.map(({ severity }) => severity)) };
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

/** Those in whose id or title all words stand. */
export function rulesThatSay(rules: readonly KnownRule[], text: string): KnownRule[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rules.filter(({ id, title }) => {
    const said = `${id} ${title}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}

/** By what they are about, what is off before all else; in each, what found the worst first. */
export function groupRules(rules: readonly KnownRule[], off: readonly string[]): RuleGroup[] {
  const isOff = ({ id }: KnownRule) => off.includes(id);
  const on = rules.filter((rule) => !isOff(rule));
  const groups: RuleGroup[] = [
    { topic: 'off', rules: rules.filter(isOff) },
    ...RULE_TOPICS.map((topic) => ({
      topic,
      rules: on
        .filter(({ id }) => topicOf(id) === topic)
        .toSorted((a, b) => rankOf(a.found) - rankOf(b.found)),
    })),
  ];
  return groups.filter((group) => group.rules.length > 0);
}

/** What found nothing stands last. */
const rankOf = (found: Severity | null): number =>
  found === null ? SEVERITIES.length : severityRank(found);
