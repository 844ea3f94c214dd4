import type { CredentialStore } from '../../src/engine/credentials/credential-store.js';
import type { NewSighting } from '../../src/engine/credentials/sighting.js';
import { jwtOf } from './jose.js';
import { Seeded } from './seeded.js';

// Tokens of one login, one after the other.

export const random = new Seeded('credential-store');
export const tokens = () => [random.base62(40), random.base62(40), random.base62(40)] as const;
export const given = (at: number, locator = '/access_token'): NewSighting => ({
  carrier: 'body',
  locator,
  direction: 'received',
  origin: 'https://idp.test',
  at,
  exchange: { id: `x${at}`, method: 'POST', url: 'https://idp.test/token' },
});
export const stored = (at: number): NewSighting => ({
  carrier: 'localStorage',
  locator: 'tokens/access_token',
  direction: 'stored',
  origin: 'https://app.test',
  at,
});

/** Who took whose place, from the first to the last; and by which exchange. */
export function chainOf(
  store: CredentialStore,
  first: string,
): { values: string[]; by: (string | undefined)[] } {
  const values: string[] = [];
  const by: (string | undefined)[] = [];
  for (
    let one = store.byValue(first);
    one && values.length < 10;
    one = store.byId(one.replacedBy ?? '')
  ) {
    values.push(one.value);
    by.push(
      ...one.life.filter(({ type }) => type === 'refreshed').map(({ exchange }) => exchange?.id),
    );
  }
  return { values, by };
}

export const sentAt = (at: number): NewSighting => ({
  carrier: 'header',
  locator: 'authorization',
  direction: 'sent',
  origin: 'https://api.test',
  at,
  exchange: { id: `x${at}`, method: 'GET', url: 'https://api.test/me' },
});
export const CLAIMS = { iss: 'https://idp.test', sub: 'ada' };
export const jwt = (n: number, claims: object = {}) =>
  jwtOf({ ...CLAIMS, jti: String(n), exp: 4_000_000_000 + n, ...claims });
