import type { HarEntry } from '../evaluate/inventory.js';
import { fits, rolesOf } from '../evaluate/match.js';
import { type Label, LOGIN_STEPS } from '../support/stack.js';
import { type Answer, AUTHENTICATING, mildest } from './question.js';
import { asksForPassword, headersOf, hostOf, isSuccess, type Seen } from './seen.js';
import { isWithPassword } from './with-password.js';

export function isAnonymous({ _step }: HarEntry): boolean {
  return _step === 'anonymous' || _step === 'failed-login';
}

export function isTurnedAway({ response: { status } }: HarEntry): boolean {
  return status === 401 || status === 403 || (status > 300 && status < 304);
}

export function isLetIn(entry: HarEntry): boolean {
  return isSuccess(entry) && !asksForPassword(entry);
}

export function placeOf({ request: { url, method } }: HarEntry): string {
  const { origin, pathname } = new URL(url);
  return `${method} ${origin}${pathname}`;
}

/**
 * Whether a request was a user's by what the browser adds by itself, a cookie or the password of a
 * dialog: behind the login of its step; open while somebody logs out.
 */
export function isUsers(entry: HarEntry, seen: Seen): Answer {
  return mildest([whenOf(entry, seen), ambientOf(entry, seen).length > 0 ? 'asked' : 'forbidden']);
}

/** What logs in of all that the browser added to a request. */
export function ambientOf(
  { request }: HarEntry,
  { labels }: Seen,
): { label: Label; name: string }[] {
  const host = hostOf(request.url);
  const names = headersOf(request, 'cookie')
    .flatMap((line) => line.split('; '))
    .map((pair) => ({ carrier: 'cookie' as const, name: pair.split('=', 1)[0]!, host }));
  const basic = headersOf(request, 'authorization')
    .filter((value) => /^(?:basic|digest) /i.test(value))
    .map(() => ({ carrier: 'header' as const, name: 'authorization', host }));
  return [...names, ...basic].flatMap((item) => {
    const label = labels.find((one) => fits(one, item));
    const logsIn =
      label && rolesOf(label).every((role) => role === 'basic' || AUTHENTICATING.includes(role));
    return logsIn ? [{ label, name: item.name }] : [];
  });
}

function whenOf(entry: HarEntry, { entries }: Seen): Answer {
  const { _step } = entry;
  if (_step === 'use' || _step === 'refresh') return 'asked';
  if (!LOGIN_STEPS.includes(_step)) return _step === 'logout' ? 'open' : 'forbidden';
  const before = entries.slice(0, entries.indexOf(entry));
  const isBehind = before.some(
    (other) => other._step === _step && isWithPassword(other.request.postData?.text ?? ''),
  );
  return isBehind ? 'asked' : 'open';
}
