import type { Known } from '../known.js';
import type { Credential, Finding, Mechanism } from '../model.js';
import type { Judgement } from '../rules/judge.js';
import { isClientPair } from '../rules/token/client-pair.js';
import { isOfGuests } from '../rules/token/for-guests.js';
import { type CheckCounts, noChecks, type SiteChecks, type Strength } from '../rules/tally.js';
import type { Text } from '../text.js';
import type { LoggedExchange } from '../trail/exchange-log.js';
import type { Answer } from './answers/answer.js';
import { answersOf } from './answers/answers.js';
import { comparisonOf, type ComparisonRow } from './comparison/comparison.js';
import { gaveSinceIn } from './comparison/given-by.js';
import { type Grade, gradeOf, NO_GRADE } from './grade.js';
import { missingOf } from './knowledge.js';
import { isKeyOfProgram } from './key-of-program.js';
import { mechanismOf } from './mechanism.js';
import type { FlowPicture } from './flow-picture.js';
import { momentsOf } from './moments-of.js';
import { pictureOf } from './picture.js';
import { usesOf } from './standing.js';
import { isRefusedEachTime } from './refused-each-time.js';
import { unitedOf } from './united.js';
import { isUnanswered, unseenOfVisit } from './unseen-visit.js';

export interface Verdict extends Grade {
  site: string;
  mechanism: Mechanism;
  confidence: number;
  /** What the mechanism was told by. */
  evidence: Text[];
  sentence: Text;
  /** What the visit showed of login, logout and end. */
  answers: Answer[];
  comparison: ComparisonRow[];
  picture: FlowPicture;
  /** What was not seen, in words; see `grade`. */
  unknown: Text[];
  strengths: readonly Strength[];
  checks: CheckCounts;
  /** The same, rule by rule. */
  checked: ReadonlyMap<string, CheckCounts>;
}

const NOTHING_CHECKED: SiteChecks = {
  counts: noChecks(),
  byRule: new Map(),
  strengths: [],
  unseen: [],
};

/** One verdict for each site that has credentials or a login, that with most sightings first. */
export function verdictsOf(known: Known, judgement: Judgement): Verdict[] {
  const ranked = known
    .sites()
    .map((site) => ({ site, uses: seenOf(known.ofSite(site)) }))
    .sort((a, b) => b.uses - a.uses || (a.site < b.site ? -1 : 1));
  return ranked.map(({ site }) => verdictOf(site, known, judgement));
}

function verdictOf(site: string, known: Known, { findings, checks }: Judgement): Verdict {
  const own = known.ofSite(site);
  const moments = momentsOf(site, own, known);
  const united = unitedOf(own);
  const { from, ...told } = mechanismOf(united, {
    moments,
    isEverywhere: (credential) => isEverywhere(credential, site, known),
    isThirdParty: isThirdParty(site, known),
    isOfGuests: (credential) => isOfGuests(credential, known),
    isOfClient: (credential) =>
      isClientPair(credential, known) || isKeyOfProgram(credential, moments),
    isRefusedEachTime: (credential) => isRefusedEachTime(credential, known),
  });
  const { counts, byRule, strengths, unseen } = checks.get(site) ?? NOTHING_CHECKED;
  const missing = missingOf(united, from, unseen);
  const words = [...missing.words, ...unseenOfVisit(site, from, moments, known)];
  const isDecisive = missing.isDecisive || isUnanswered(site, known);
  const hasGrade = told.mechanism !== 'none' && !isDecisive;
  return {
    site,
    ...told,
    answers: answersOf(site, own, known),
    comparison: comparisonOf(united, {
      from,
      gaveSince: gaveSinceIn(known),
      hasLogout: moments.some(({ type }) => type === 'logout'),
    }),
    picture: pictureOf(site, known),
    ...(hasGrade ? gradeOf(findingsAt(site, own, findings), words.length > 0) : NO_GRADE),
    unknown: words,
    strengths: told.mechanism === 'none' ? strengths.filter(isBeyondCredentials) : strengths,
    checks: counts,
    checked: byRule,
  };
}

/** Of what is taken for a login that nobody was seen to be known by, nothing good is known. */
function isBeyondCredentials({ subject }: Strength): boolean {
  return subject !== 'credential';
}

/** Its requests were those of pages of other sites. */
function isThirdParty(site: string, known: Known): boolean {
  const asked = known.exchangesOf(site).filter((one) => known.targetOf(one) === site);
  return asked.length > 0 && asked.every(({ pageSite = site }) => pageSite !== site);
}

/** Assets and public pages may do without it. */
const NEARLY_ALL = 0.75;

/** True for what went with nearly all requests of a site since the first that had it. */
function isEverywhere(credential: Credential, site: string, known: Known): boolean {
  const { id } = credential;
  const own = known.exchangesOf(site).filter((one) => known.targetOf(one) === site);
  const first = own.findIndex(({ carried }) => carried.includes(id));
  const since = first < 0 ? [] : own.slice(first);
  const count = (some: readonly LoggedExchange[]) => some.reduce((sum, one) => sum + one.count, 0);
  const carrying = count(since.filter(({ carried }) => carried.includes(id)));
  return usesOf(credential) > 1 && carrying >= NEARLY_ALL * count(since);
}

/** What is wrong with a site: with the credentials in use there, and with the site itself. */
function findingsAt(
  site: string,
  own: readonly Credential[],
  findings: readonly Finding[],
): Finding[] {
  const ids = new Set(own.map(({ id }) => id));
  return findings.filter(({ about }) =>
    about.credentialId === undefined ? about.site === site : ids.has(about.credentialId),
  );
}

function seenOf(credentials: readonly Credential[]): number {
  return credentials.reduce((sum, c) => sum + c.sightings.reduce((n, s) => n + s.count, 0), 0);
}
