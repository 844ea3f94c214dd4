import type { About, Credential, Finding, RuleFailure } from '../model.js';
import { text } from '../text.js';
import { RULES } from './index.js';
import type { Rule, RuleContext } from './rule.js';
import { compareSeverity } from '../severity.js';

export interface Judgement {
  /** By severity from the worst, then by rule id, then by credential id. */
  findings: Finding[];
  failures: RuleFailure[];
}

/** Applies every rule to every credential. A rule that throws becomes a failure and stops nothing. */
export function judge(
  credentials: readonly Credential[],
  context: RuleContext,
  rules: readonly Rule[] = RULES,
): Judgement {
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  for (const rule of rules) {
    for (const credential of credentials) {
      try {
        findings.push(...apply(rule, credential, context));
      } catch (error) {
        failures.push({ ruleId: rule.id, about: aboutOf(credential), message: describe(error) });
      }
    }
  }
  findings.sort((a, b) => compareSeverity(a.severity, b.severity) || comparePlace(a, b));
  return { findings, failures: failures.sort(comparePlace) };
}

/** Catalogue key of one of a rule's strings: `rule_cookie_missing_secure_title`. */
export function ruleKey(id: string, part: 'title' | 'why' | 'fix'): string {
  return `rule_${id.replaceAll('-', '_')}_${part}`;
}

function apply(rule: Rule, credential: Credential, context: RuleContext): Finding[] {
  const evidence = rule.check(credential, context);
  if (evidence.length === 0) return [];
  const { id, severity } = rule;
  return [
    {
      ruleId: id,
      severity: typeof severity === 'function' ? severity(credential) : severity,
      key: keyOf(id, credential),
      about: aboutOf(credential),
      title: text(ruleKey(id, 'title'), rule.title),
      why: text(ruleKey(id, 'why'), rule.why),
      fix: text(ruleKey(id, 'fix'), rule.fix),
      evidence,
      references: rule.references,
    },
  ];
}

/** Only the kind of error: its message may quote the value that the rule stumbled over. */
function describe(error: unknown): string {
  return `The rule threw ${error instanceof Error ? error.constructor.name : 'something that is no error'}.`;
}

function aboutOf({ id, site }: Credential): About {
  return { site, credentialId: id };
}

/** Rule, site, carrier and name: the same in every run, whatever ids are given. */
function keyOf(ruleId: string, { site, carrier, name }: Credential): string {
  return [ruleId, site, carrier, name].join(' ');
}

type Place = Pick<RuleFailure, 'ruleId' | 'about'>;

function comparePlace(a: Place, b: Place): number {
  return (
    compare(a.ruleId, b.ruleId) ||
    compareIds(a.about.credentialId ?? '', b.about.credentialId ?? '')
  );
}

/** `c2` before `c10`. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || compare(a, b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
