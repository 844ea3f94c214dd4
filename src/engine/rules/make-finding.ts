import type { Known } from '../known.js';
import type { About, Finding, Severity } from '../model.js';
import { compareSeverity } from '../severity.js';
import { text } from '../text.js';
import { asSureAs } from './confidence.js';
import type { Evidence, RuleOf, SubjectKind, Subjects } from './rule.js';
import { ruleKey } from './rule-key.js';
import { keyOf, SUBJECTS } from './subjects.js';
import { remembered } from '../memo.js';
import { suppressionOf } from './suppressed.js';
import { visitTitle } from './visit-titles.js';

/** What every finding of a rule says alike. */
const textsOf = remembered(({ id, title, why, fix, breaks }: RuleTexts) => ({
  title: text(ruleKey(id, 'title'), title),
  why: text(ruleKey(id, 'why'), why),
  fix: text(ruleKey(id, 'fix'), fix),
  breaks: text(ruleKey(id, 'breaks'), breaks),
}));

type RuleTexts = Pick<RuleOf<SubjectKind>, 'id' | 'title' | 'why' | 'fix' | 'breaks'>;

/** All evidence of one rule about one subject, as one finding. */
export function makeFinding<K extends SubjectKind>(
  rule: RuleOf<K>,
  subject: Subjects[K],
  evidence: readonly Evidence[],
  known: Known,
): Finding {
  const { id, severity } = rule;
  const table = SUBJECTS[rule.subject];
  const about = table.about(subject);
  const judged = known.byId(about.credentialId ?? '');
  const sure = (said: Severity) => (judged ? asSureAs(judged, said, rule.byValue) : said);
  const texts = textsOf(rule);
  const finding: Finding = {
    ruleId: id,
    key: keyOf(id, table, subject),
    severity: sure(typeof severity === 'function' ? severity(subject, known) : severity),
    about,
    ...texts,
    title: visitTitle(id, judged, known) ?? texts.title,
    evidence: saidOnce(evidence).map(({ text: said, exchange }) => ({
      text: said,
      ...(exchange && { exchange }),
    })),
    references: rule.references,
  };
  const suppressed = suppressionOf(finding, known.settings.suppressions);
  return suppressed === undefined ? finding : { ...finding, suppressed };
}

/** What several exchanges show in the same words is said of the first of them. */
function saidOnce(evidence: readonly Evidence[]): Evidence[] {
  const said = new Set<string>();
  return evidence.filter(({ text: { key, values } }) => {
    const words = JSON.stringify([key, values]);
    return said.has(words) ? false : said.add(words);
  });
}

/** By severity from the worst, then by rule id, then by what they are about. */
export function compareFindings(a: Finding, b: Finding): number {
  return compareSeverity(a.severity, b.severity) || comparePlace(a, b);
}

interface Place {
  ruleId: string;
  about: About;
}

/** By rule id, then by what it is about: `c2` before `c10`. */
export function comparePlace(a: Place, b: Place): number {
  const [one, other] = [thingOf(a.about), thingOf(b.about)];
  return compare(a.ruleId, b.ruleId) || one.length - other.length || compare(one, other);
}

/** The one thing that something is about, by its id. */
export function thingOf({ credentialId, flowId, exchange, site }: About): string {
  return credentialId ?? flowId ?? exchange?.id ?? site;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
