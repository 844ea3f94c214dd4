import type { Body, Millis } from '../model.js';
import { parseUrl } from '../normalize/site.js';
import { toldInParameters } from '../normalize/told-lifetimes.js';
import { parametersOf } from '../normalize/url-parameters.js';
import type { Candidate } from '../places/candidate.js';
import type { CredentialStore } from './credential-store.js';

/**
 * Notes when tokens end of which the answer that gave them says how long they live. A JWT says that
 * itself, and a cookie in its attributes.
 */
export function noteLifetimes(
  store: CredentialStore,
  { lifetimes = [] }: Pick<Body, 'lifetimes'>,
  given: readonly Candidate[],
  at: Millis,
): void {
  for (const { pointer, seconds } of lifetimes) {
    const value = given.find(({ locator }) => locator === pointer)?.value ?? '';
    const token = store.byValue(value);
    if (token?.kind !== 'token' || token.jwt) continue;
    store.change(token.id, (draft) =>
      Object.assign(draft, { issuedAt: at, expires: 'at', expiresAt: at + seconds * 1_000 }),
    );
  }
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
