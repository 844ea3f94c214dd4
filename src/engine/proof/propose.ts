import type { Credential, Exchange, Millis } from '../model.js';
import type { Moment } from '../moments/moment.js';
import { isLoginPath, placeOf } from '../moments/words.js';
import { originOf, parseUrl, siteOf } from '../normalize/site.js';
import { text } from '../text.js';
import type { TurnedAway } from '../trail/turned-away.js';
import {
  type NoProposal,
  type Proof,
  PROOF_LIMITS,
  type ProofQuestion,
  type Proposal,
} from './proof.js';
import { asOfLogout } from './as-of-logout.js';
import { headersOf, subjectsOf } from './subjects.js';
import { unfitFor } from './unfit.js';

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

interface Choice {
  readonly exchange: Exchange;
  readonly proposal: Proposal;
  readonly score: number;
}

/** A page is named by what people call their own. */
const OWN =
  /(?:^|[-_./])(?:me|user|users|whoami|self|current|profile|account|accounts|session|sessions|settings|preferences|dashboard|home|inbox|orders|admin|my|member|members|private|secret|protected)(?=[-_./?]|$)/i;
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
const NONE = {
  'logged-out': text(
    'proof_none_logged_out',
    'Nobody is logged in any more: log in, and open a page that needs it.',
  ),
  'no-logout': text('proof_none_no_logout', 'No logout was seen yet.'),
  'no-request': text(
    'proof_none_no_request',
    'No request of this visit is safe to repeat and carries what may log in: open a page that needs the login.',
  ),
} as const;

/** A request of this visit by which a question can be answered, or why there is none. */
export function propose(question: ProofQuestion, visit: Visit): Proposal | NoProposal {
  const { moments, site } = visit;
  const own = moments.filter((moment) => moment.site === site);
  const logout = own.findLast(({ type }) => type === 'logout');
  const isOver = own.findLast(({ type }) => type !== 'session-lost')?.type === 'logout';
  if (question === 'authenticates' && isOver) return { question, why: NONE['logged-out'] };
  if (question === 'survives-logout' && !logout) return { question, why: NONE['no-logout'] };
  const until = question === 'survives-logout' ? logout!.at : Infinity;
  const login = own.findLast(({ type, at }) => type === 'login' && at < until)?.at ?? -Infinity;
  const best = choose(question, visit, login, until);
  if (!best) return { question, why: NONE['no-request'] };
  const { proposal, exchange } = best;
  if (question === 'authenticates') return proposal;
  return { ...proposal, headers: asOfLogout(proposal.headers, exchange, visit.exchanges, until) };
}

function choose(
  question: ProofQuestion,
  visit: Visit,
  from: Millis,
  until: Millis,
): Choice | undefined {
  const byId = new Map(visit.credentials.map((one) => [one.id, one]));
  let best: Choice | undefined;
  for (const exchange of visit.exchanges) {
    if (exchange.startedAt < from || (exchange.endedAt ?? exchange.startedAt) > until) continue;
    if (!isOfPage(exchange, visit.site) || unfitFor(exchange) !== undefined) continue;
    const carried = visit.links(exchange.id).carried.flatMap((id) => byId.get(id) ?? []);
    const choice = choiceOf(question, exchange, carried, visit);
    if (choice && (!best || isBetter(choice, best))) best = choice;
  }
  return best;
}

/** Of two as good the later one. */
function isBetter(one: Choice, other: Choice): boolean {
  const later = one.exchange.startedAt - other.exchange.startedAt;
  return one.score > other.score || (one.score === other.score && later >= 0);
}

/** Made for a page of the site in front: by the page itself, or as that page. */
function isOfPage({ url, type, topUrl, initiator }: Exchange, site: string): boolean {
  if (type === 'document') return siteOf(url) === site;
  const page = topUrl ?? initiator;
  return page === undefined ? siteOf(url) === site : siteOf(page) === site;
}

function choiceOf(
  question: ProofQuestion,
  exchange: Exchange,
  carried: readonly Credential[],
  visit: Visit,
): Choice | undefined {
  const subjects = subjectsOf(exchange, carried);
  const likely = subjects.filter(({ part }) => part === 'likely').length;
  if (subjects.length === 0 || (question === 'survives-logout' && likely === 0)) return undefined;
  const needsLogin = isKnownToNeed(exchange.url, visit);
  const proposal = proposalOf(question, exchange, carried, { visit, needsLogin });
  const isOwn = OWN.test(parseUrl(exchange.url)?.pathname ?? '');
  const score =
    (needsLogin ? 100 : 0) + likely * 10 + (isOwn ? 30 : 0) + shapeScore(exchange, proposal, visit);
  const why = BECAUSE[needsLogin ? 'refused' : isOwn ? 'own' : 'carries'];
  return { exchange, proposal: { ...proposal, subjects, ...cost(subjects.length), why }, score };
}

/** Small and fast data of the page's own server tells most, and costs least. */
function shapeScore(
  { url, response, startedAt, endedAt = startedAt, id }: Exchange,
  { before, crossOrigin }: Pick<Proposal, 'before' | 'crossOrigin'>,
  visit: Visit,
): number {
  const size = response?.size ?? 4_096;
  return (
    (/json/i.test(before.contentType ?? '') ? 20 : 0) -
    (crossOrigin ? 15 : 0) -
    Math.log2(1 + size / 1_024) -
    Math.min(20, (endedAt - startedAt) / 100) -
    (visit.links(id).set.length > 0 ? 10 : 0) -
    (parseUrl(url)?.pathname === '/' ? 10 : 0)
  );
}

/** It turned somebody away who was not logged in, or did in a proof before. */
function isKnownToNeed(url: string, { turnedAway, proofs }: Visit): boolean {
  const place = placeOf(url);
  const isTurned = turnedAway.some(
    (one) =>
      one.place === place &&
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
): Omit<Proposal, 'subjects' | 'most' | 'usual' | 'why'> {
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
    request: { id, method: 'GET', url: url.split('#', 1)[0]!, status },
    origin,
    ...(frameId !== undefined && type !== 'document' && { frameId }),
    crossOrigin: origin !== own,
    headers: [...accept, ...headersOf(exchange, old ? [] : carried), ...cookies],
    needsLogin,
    before: { status, ...(contentType !== undefined && { contentType }) },
  };
}

/** Requests that it takes as a rule, and at most. */
function cost(subjects: number): Pick<Proposal, 'usual' | 'most'> {
  if (subjects === 1) return { usual: 4, most: 8 };
  return { usual: 6, most: Math.min(PROOF_LIMITS.probes, 5 + 3 * subjects) };
}
