import { severityRank } from '../../severity.js';
import { cookiePlace } from '../cookie-place.js';
import type { Report } from '../report.js';
import type { ReportAbout, ReportFinding } from '../report-finding.js';
import type { ReportCredential } from '../report-credential.js';
import type { FormatStyle } from './format.js';
import type { Words } from './words.js';

/** What became of a finding: it stands, was known before, or somebody accepted it. */
export type Standing = 'stands' | 'known' | 'accepted';

const STANDINGS: readonly Standing[] = ['stands', 'known', 'accepted'];

/** Findings that say the same of several things. */
export interface FindingGroup {
  standing: Standing;
  /** What they say. */
  said: ReportFinding;
  members: ReportFinding[];
}

export function standingOf(
  { suppressed, key }: ReportFinding,
  { baseline }: Pick<FormatStyle, 'baseline'>,
): Standing {
  if (suppressed !== null) return 'accepted';
  return baseline?.has(key) ? 'known' : 'stands';
}

/** What stands first, the worst of it first; what says the same stands together. */
export function groupFindings(
  findings: readonly ReportFinding[],
  style: Pick<FormatStyle, 'baseline'>,
): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const standing = standingOf(finding, style);
    const { ruleId, severity, title, why, fix, breaks, suppressed, about } = finding;
    const same = [standing, ruleId, severity, title, why, fix, breaks, suppressed, about.site];
    const key = JSON.stringify(same);
    const group = groups.get(key);
    if (group) group.members.push(finding);
    else groups.set(key, { standing, said: finding, members: [finding] });
  }
  return [...groups.values()].toSorted(
    (a, b) =>
      STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
      severityRank(a.said.severity) - severityRank(b.said.severity),
  );
}

/** How many were accepted, and how many were known: what stands behind the number of findings. */
export function besideCount(groups: readonly FindingGroup[], words: Words): string {
  const count = (standing: Standing) =>
    groups
      .filter((group) => group.standing === standing)
      .reduce((sum, { members }) => sum + members.length, 0);
  const [known, accepted] = [count('known'), count('accepted')];
  return [
    ...(accepted > 0 ? [words.say('acceptedOf', { count: accepted })] : []),
    ...(known > 0 ? [words.say('knownOf', { count: known })] : []),
  ]
    .map((part) => `, ${part}`)
    .join('');
}

/** What a finding is about: a credential by its name, a request, a login elsewhere, or the site. */
export class Subjects {
  readonly #credentials: ReadonlyMap<string, ReportCredential>;
  readonly #issuers: ReadonlyMap<string, string>;
  readonly #words: Words;

  constructor({ credentials, flows }: Pick<Report, 'credentials' | 'flows'>, words: Words) {
    this.#credentials = new Map(credentials.map((one) => [one.id, one]));
    this.#issuers = new Map(flows.map(({ id, issuer }) => [id, issuer]));
    this.#words = words;
  }

  credentialOf({ credentialId }: ReportAbout): ReportCredential | undefined {
    return credentialId === null ? undefined : this.#credentials.get(credentialId);
  }

  nameOf(about: ReportAbout): string {
    const credential = this.credentialOf(about);
    if (credential) {
      const { name, role } = credential;
      return `${name} (${this.#words.of('role', role)}), ${cookiePlace(credential)}`;
    }
    const { exchange, flowId, site } = about;
    if (exchange) return `${exchange.method} ${exchange.url}`;
    const issuer = this.#issuers.get(flowId ?? '') ?? site;
    return issuer === site ? site : `${site} (${this.#words.say('flowAt', { issuer })})`;
  }
}
