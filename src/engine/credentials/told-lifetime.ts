import type { Body, Millis } from '../model.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { isToldTime } from '../normalize/sources/told-time.js';
import { toldInParameters } from '../normalize/bodies/told-lifetimes.js';
import { parametersOf } from '../normalize/addresses/url-parameters.js';
import type { Candidate } from '../places/candidate.js';
import type { CredentialStore } from './credential-store.js';

/**
 * Notes when tokens end of which the answer that gave them says how long they live. A JWT says that
 * itself, and a cookie in its attributes.
 */
export function noteLifetimes(
  store: CredentialStore,
  { lifetimes = [] }: Pick<Body, 'lifetimes'>,
  given: readonly Pick<Candidate, 'locator' | 'value'>[],
  at: Millis,
): void {
  for (const told of lifetimes) {
    const value = given.find(({ locator }) => locator === told.pointer)?.value ?? '';
    const token = store.byValue(value);
    if (token?.kind !== 'token' || token.jwt) continue;
    const expiresAt = 'endsAt' in told ? told.endsAt : at + told.seconds * 1_000;
    if (expiresAt <= at || ('endsAt' in told && !isToldTime(at))) continue;
    store.change(token.id, (draft) =>
      Object.assign(draft, { issuedAt: at, expires: 'at', expiresAt }),
    );
  }
}

/** The same of a message of a socket, which may have come long after that was opened. */
export function noteLifetimesInMessage(
  store: CredentialStore,
  { lifetimes = [] }: Pick<Body, 'lifetimes'>,
  given: readonly Candidate[],
  at: Millis,
): void {
  noteLifetimes(store, { lifetimes: lifetimes.filter((told) => 'endsAt' in told) }, given, at);
}

/** The same of the one token that an answer has in its header, of which its body tells. */
export function noteLifetimeOfHeader(
  store: CredentialStore,
  body: Pick<Body, 'lifetimes'> | undefined,
  [given, ...others]: readonly Candidate[],
  at: Millis,
): void {
  if (!given || others.length > 0 || !body) return;
  noteLifetimes(store, body, [{ locator: '', value: given.value }], at);
}

/** The same of the address that gave them: a page that is loaded once more gives none anew. */
export function noteLifetimesIn(
  store: CredentialStore,
  address: string,
  given: readonly Candidate[],
  at: Millis,
): void {
  const url = address.includes('expires_in=') ? parseUrl(address) : undefined;
  if (!url) return;
  const lifetimes = toldInParameters(parametersOf(url));
  const fresh = given.filter(({ value }) => store.byValue(value)?.expiresAt === undefined);
  noteLifetimes(store, { lifetimes }, fresh, at);
}
