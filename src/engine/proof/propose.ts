import { isSafe } from '../methods.js';
import type { Credential, Exchange, Millis } from '../model.js';
import { placeOf } from '../moments/address-words.js';
import { siteOf } from '../normalize/addresses/site.js';
import { text } from '../text.js';
import { asOfLogout } from './as-of-logout.js';
import { type Choice, choiceOf, type Visit } from './choice.js';
import type { NoProposal, ProofQuestion, Proposal } from './proposal.js';
import { ProtectionSpaces } from './protection-space.js';
import { isLikely } from './subjects.js';
import { unfitFor } from './unfit.js';

/** So many others are repeated where the first one tells nothing. */
const OTHERS = 2;
const NONE = {
  'logged-out': text(
    'proof_none_logged_out',
    'Nobody is logged in any more: log in, and open a page that needs it.',
  ),
  'no-logout': text('proof_none_no_logout', 'No logout was seen yet.'),
  'only-posted': text(
    'proof_none_only_posted',
    'What logs in here is carried only by requests that may change something (POST and the ' +
      'like), and these are never repeated. Requests shows where it was sent.',
  ),
  'no-request': text(
    'proof_none_no_request',
    'No request of this visit is safe to repeat and carries what may log in: open a page that ' +
      'needs the login.',
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
  const { best, isOnlyPosted } = choose(question, visit, login, until);
  const [first, ...others] = best.map(({ proposal, exchange }) =>
    question === 'authenticates'
      ? { ...proposal, ...(login === -Infinity && { noLoginSeen: true as const }) }
      : asOf(proposal, exchange, visit, until),
  );
  if (first) return { ...first, others };
  return { question, why: NONE[isOnlyPosted ? 'only-posted' : 'no-request'] };
}

function asOf(proposal: Proposal, exchange: Exchange, { exchanges }: Visit, until: Millis) {
  return { ...proposal, headers: asOfLogout(proposal.headers, exchange, exchanges, until) };
}

/**
 * The best of each address, the best first; or whether none is there since all that logs in is
 * posted.
 */
function choose(question: ProofQuestion, visit: Visit, from: Millis, until: Millis) {
  const byId = new Map(visit.credentials.map((one) => [one.id, one]));
  const byPlace = new Map<string, Choice>();
  const spaces = new ProtectionSpaces();
  let isOnlyPosted = false;
  for (const seen of visit.exchanges) {
    const known = visit.links(seen.id).carried.flatMap((id) => byId.get(id) ?? []);
    const { exchange, carried } = spaces.asSent(seen, known);
    if (exchange.startedAt < from || (exchange.endedAt ?? exchange.startedAt) > until) continue;
    if (!isOfPage(exchange, visit.site)) continue;
    if (unfitFor(exchange) !== undefined) {
      isOnlyPosted ||= isPosted(exchange, carried);
      continue;
    }
    const choice = choiceOf(question, exchange, carried, visit);
    const place = placeOf(exchange.url);
    const other = byPlace.get(place);
    if (choice && (!other || isBetter(choice, other))) byPlace.set(place, choice);
  }
  const sorted = [...byPlace.values()].sort((a, b) => (isBetter(a, b) ? -1 : 1));
  return { best: sorted.slice(0, 1 + OTHERS), isOnlyPosted };
}

/** It may change something, carries what logs in, and was answered well. */
function isPosted({ method, response }: Exchange, carried: readonly Credential[]): boolean {
  return !isSafe(method) && (response?.status ?? 500) < 300 && carried.some(isLikely);
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
