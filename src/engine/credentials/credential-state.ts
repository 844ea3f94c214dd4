import type { Credential, CredentialState, ExchangeRef, Millis } from '../model.js';
import { type Text, text } from '../text.js';
import { tellPath, tellWord } from '../values/telling/redact.js';

/** What has become of a credential; since when, by which exchange and why, where that was seen. */
export interface StateOf {
  state: CredentialState;
  since?: Millis;
  by?: ExchangeRef;
  reason?: Text;
}

/** What has become of a credential at a moment. Nothing else decides it. */
export function stateOf(credential: Credential, now: Millis): StateOf {
  const { cookie, expires, expiresAt, replacedBy } = credential;
  if (cookie?.rejected)
    return {
      state: 'refused',
      ...doneBy(cookie.setAt, cookie.setBy),
      reason: cookie.rejected.text,
    };
  if (replacedBy !== undefined) return { state: 'replaced' };
  if (cookie?.clearedAt !== undefined)
    return {
      state: 'cleared',
      ...doneBy(cookie.clearedAt, cookie.clearedBy),
      reason: clearedBy(cookie.clearedBy),
    };
  if (cookie?.expiredOnArrival) return { state: 'expired', ...doneBy(cookie.setAt, cookie.setBy) };
  if (credential.kind !== 'cookie') {
    const kept = keptState(credential);
    if (kept.state === 'removed') return kept;
  }
  if (expires === 'at' && expiresAt !== undefined && expiresAt <= now)
    return { state: 'expired', since: expiresAt };
  return credential.kind === 'cookie' ? { state: 'live' } : keptState(credential);
}

/** True while the browser, or a script of the page, still has it. */
export function isLive(credential: Credential, now: Millis): boolean {
  // Asked of every cookie of every request: of one that is over nobody wants to hear why.
  return !isOver(credential) && stateOf(credential, now).state === 'live';
}

function isOver({ cookie, replacedBy }: Credential): boolean {
  return cookie?.clearedAt !== undefined || replacedBy !== undefined;
}

/** True where the browser itself keeps it: in its jar, or in a web storage area. */
export function isKept(credential: Credential, now: Millis): boolean {
  if (!isLive(credential, now)) return false;
  return (
    credential.kind === 'cookie' ||
    credential.sightings.some(({ direction }) => direction === 'stored')
  );
}

/**
 * Whether web storage still has a token; one that is in none is in a script's hands, which nobody
 * can see.
 */
function keptState({ sightings, loggedOutAt, role }: Credential): StateOf {
  const stored = sightings.filter(({ direction }) => direction === 'stored');
  if (stored.length > 0) {
    const gone = stored.map(({ goneAt }) => goneAt);
    if (gone.includes(undefined)) return { state: 'live' };
    return { state: 'removed', since: Math.max(...gone.map((at) => at ?? 0)), reason: REMOVED };
  }
  const used = sightings.some(({ direction }) => direction === 'sent');
  if (used && loggedOutAt === undefined) return { state: 'live' };
  if (role === 'basic') return { state: 'unknown', reason: DIALOG };
  const inAddress = sightings.every(({ carrier }) => carrier === 'url');
  return { state: 'unknown', reason: inAddress ? ADDRESS : UNSEEN };
}

const REMOVED = text('state_removed', 'no web storage had it when that was looked at again');
const UNSEEN = text('state_unseen', 'a script may still hold it, which nobody can see');
const DIALOG = text(
  'state_unseen_basic',
  'the browser, or a script, may send it again: no logout takes it away',
);
const ADDRESS = text('state_unseen_url', 'whoever has the address may still use it');

function clearedBy(exchange: ExchangeRef | undefined): Text {
  return exchange
    ? text('state_cleared_by', 'cleared by {method} {path}', {
        method: tellWord(exchange.method),
        path: tellPath(exchange.url),
      })
    : text('state_cleared', 'the browser’s cookie store does not have it any more');
}

function doneBy(
  since: Millis | undefined,
  by: ExchangeRef | undefined,
): Pick<StateOf, 'since' | 'by'> {
  return { ...(since === undefined ? {} : { since }), ...(by ? { by } : {}) };
}
