import { withoutFragment } from '../address.js';
import type { Credential, Exchange } from '../model.js';
import type { Moment } from '../moments/moment.js';
import { isLoginPath } from '../moments/login/login-words.js';
import { placeOf } from '../moments/address-words.js';
import { originOf, parseUrl } from '../normalize/addresses/site.js';
import { text } from '../text.js';
import type { TurnedAway } from '../trail/turned-away.js';
import { type Proof, PROOF_LIMITS } from './proof.js';
import type { ProofQuestion, Proposal, Subject } from './proposal.js';
import { isHttpAuthentication } from './own-headers.js';
import { headersOf, subjectsOf } from './subjects.js';
import { regex } from '../regex.js';

/** What is known of a visit. */
export interface Visit {
  /** Site in front. */
  readonly site: string;
  /** Finished exchanges, with all that is kept of their headers. */
  readonly exchanges: readonly Exchange[];
  readonly credentials: readonly Credential[];
  /** Ids of the credentials that an exchange carried, and that its response set. */
  links(exchangeId: string): {
    readonly carried: readonly string[];
    readonly set: readonly string[];
  };
  readonly moments: readonly Moment[];
  readonly turnedAway: readonly TurnedAway[];
  readonly proofs: readonly Proof[];
}

/** A request that may be repeated, and how much it promises to tell. */
export interface Choice {
  readonly exchange: Exchange;
  readonly proposal: Proposal;
  readonly score: number;
}

/** A page is named by what people call their own. */
const OWN = regex('i')`
  (?:^|[-_./])(?:me|user|users|whoami|self|current|profile|account|accounts|session|sessions
  |settings|preferences|dashboard|home|inbox|orders|admin|my|member|members|private|secret
  |protected)(?=[-_./?]|$)`;
const BECAUSE = {
  refused: text(
    'proof_because_refused',
    'It was refused, or sent to log in, when nobody was logged in.',
  ),
  own: text(
    'proof_because_own',
    'Its address speaks of the user, and it carries what seems to log in.',
  ),
  carries: text(
    'proof_because_carries',
    'It carries what seems to log in, and reads something only.',
  ),
} as const;

/** A request as one that may be repeated; undefined where there is nothing in it to withhold. */
export function choiceOf(
  question: ProofQuestion,
  exchange: Exchange,
  carried: readonly Credential[],
  visit: Visit,
): Choice | undefined {
  const subjects = subjectsOf(exchange, carried).map(leftIn(question, visit.proofs));
  const likely = subjects.filter(({ part }) => part === 'likely').length;
  if (subjects.length === 0 || (question === 'survives-logout' && likely === 0)) return undefined;
  const needsLogin = isKnownToNeed(exchange.url, visit);
  const proposal = proposalOf(question, exchange, carried, { visit, needsLogin });
  const isOwn = OWN.test(parseUrl(exchange.url)?.pathname ?? '');
  const score =
    (needsLogin ? 100 : 0) +
    likely * 10 +
    (isOwn ? 30 : 0) +
    shapeScore(exchange, proposal, visit) -
    (toldNothing(question, exchange.url, visit) ? 200 : 0);
  const why = BECAUSE[needsLogin ? 'refused' : isOwn ? 'own' : 'carries'];
  const all = { ...proposal, subjects, ...cost(subjects.length, likely), why, others: [] };
  return { exchange, proposal: all, score };
}

/** What ended a login when it was missing is needed, and is not withheld again. */
function leftIn(question: ProofQuestion, proofs: readonly Proof[]): (subject: Subject) => Subject {
  const ends = new Set(
    proofs
      .flatMap(({ outcomes }) => outcomes)
      .flatMap((one) => (one.ends && question === 'authenticates' ? [one.identity] : [])),
  );
  return (subject) =>
    subject.identities.some((identity) => ends.has(identity))
      ? { ...subject, part: 'guard', isNeeded: true }
      : subject;
}

/** Small and fast data of the page's own server tells most, and costs least. */
function shapeScore(
  { url, method, response, startedAt, endedAt = startedAt, id }: Exchange,
  { before, crossOrigin }: Pick<Proposal, 'before' | 'crossOrigin'>,
  visit: Visit,
): number {
  const size = response?.size ?? 4_096;
  return (
    (/json/i.test(before.contentType ?? '') ? 20 : 0) -
    (method === 'HEAD' ? 25 : 0) -
    (crossOrigin ? 15 : 0) -
    Math.log2(1 + size / 1_024) -
    Math.min(20, (endedAt - startedAt) / 100) -
    (visit.links(id).set.length > 0 ? 10 : 0) -
    (parseUrl(url)?.pathname === '/' ? 10 : 0)
  );
}

/** It was repeated before, and told nothing. */
function toldNothing(question: ProofQuestion, url: string, { proofs }: Visit): boolean {
  const place = placeOf(url);
  const last = proofs.findLast(
    (one) => one.question === question && placeOf(one.request.url) === place,
  );
  return last?.outcomes.every(({ verdict }) => verdict === 'cannot-tell') ?? false;
}

/** It turned somebody away who was not logged in, or did in a proof before. */
function isKnownToNeed(url: string, { turnedAway, proofs }: Visit): boolean {
  const place = placeOf(url);
  const isTurned = turnedAway.some(
    (one) =>
      one.place === place &&
      !one.isGuess &&
      (one.how === 'refused' || (one.how === 'sent' && isLoginPath(one.to?.split(' ', 1)[0]))),
  );
  return (
    isTurned || proofs.some((proof) => placeOf(proof.request.url) === place && wasRefused(proof))
  );
}

function wasRefused({ probes, outcomes }: Proof): boolean {
  const nothing = probes.find(({ step }) => step === 'nothing')?.answer.kind;
  const isTold = outcomes.some(({ verdict }) => /^(?:needed|either)/.test(verdict));
  return nothing === 'refused' || nothing === 'login' || isTold;
}

function proposalOf(
  question: ProofQuestion,
  exchange: Exchange,
  carried: readonly Credential[],
  { visit, needsLogin }: { visit: Visit; needsLogin: boolean },
): Omit<Proposal, 'subjects' | 'most' | 'usual' | 'why' | 'others'> {
  const { id, url, type, frameId, initiator, topUrl, request, response } = exchange;
  const contentType = response?.headers.find(({ name }) => name === 'content-type')?.value;
  const own = originOf(url);
  const origin = type === 'document' ? own : originOf(initiator ?? topUrl ?? url);
  const status = response?.status ?? 0;
  const old = question === 'survives-logout';
  const cookies = request.headers.filter(({ name }) => old && name === 'cookie');
  const accept = type === 'fetch' ? [] : [{ name: 'accept', value: 'text/html,*/*;q=0.8' }];
  return {
    question,
    site: visit.site,
    request: { id, method: exchange.method, url: withoutFragment(url), status },
    origin,
    ...(frameId !== undefined && type !== 'document' && { frameId }),
    crossOrigin: origin !== own,
    ...(origin !== own && isBare(exchange) && { withoutCookies: true }),
    headers: [...accept, ...headersOf(exchange, old ? [] : carried), ...cookies],
    needsLogin,
    before: { status, ...(contentType !== undefined && { contentType }) },
  };
}

/** Neither cookies nor what the browser itself answers a challenge with. */
function isBare({ request: { headers } }: Exchange): boolean {
  return !headers.some(
    (header) =>
      header.name === 'cookie' || (header.name === 'authorization' && isHttpAuthentication(header)),
  );
}

/** Requests that it takes as a rule, and at most. */
function cost(subjects: number, likely: number): Pick<Proposal, 'usual' | 'most'> {
  if (subjects === 1) return { usual: 4, most: 8 };
  const usual = 6 + 2 * Math.max(0, Math.min(likely, 4) - 1);
  return { usual, most: Math.min(PROOF_LIMITS.probes, Math.max(usual, 5 + 3 * subjects)) };
}
