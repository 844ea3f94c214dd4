import type { Body, Millis } from '../model.js';
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
