import { describe, expect, it } from 'vitest';
import { CredentialStore } from '../../../src/engine/credentials/credential-store.js';
import { CLAIMS, given, jwt, random, sentAt, tokens } from '../../support/generations.js';
import { jwtOf } from '../../support/jose.js';

describe('a lineage', () => {
  it.each([
    ['of another person', jwt(1), jwt(2, { sub: 'bob' })],
    ['of another issuer', jwt(1), jwt(2, { iss: 'https://other.test' })],
    ['of another purpose', jwt(1, { token_use: 'access' }), jwt(2, { token_use: 'id' })],
    ['for another API', jwt(1, { aud: 'https://api.test' }), jwt(2, { aud: 'https://mail.test' })],
    ['for one API more', jwt(1, { aud: ['a'] }), jwt(2, { aud: ['a', 'b'] })],
    ['of another client', jwt(1, { azp: 'web' }), jwt(2, { azp: 'admin' })],
    ['of another type', jwt(1, { type: 'access' }), jwt(2, { type: 'refresh' })],
    [
      'of another media type',
      jwtOf({ ...CLAIMS, jti: '1' }, { alg: 'ES256', typ: 'at+jwt' }),
      jwtOf({ ...CLAIMS, jti: '2' }, { alg: 'ES256', typ: 'refresh+jwt' }),
    ],
    ['of another signer', jwt(1), jwtOf({ ...CLAIMS, jti: '2' }, { alg: 'RS256', kid: 'k1' })],
    ['of another form', jwt(1), random.base62(40)],
  ])('does not go on with a token %s', (_, first, second) => {
    const store = CredentialStore.empty();
    store.token(first, sentAt(1));
    store.token(second, sentAt(2));
    expect(store.all()).toHaveLength(2);
  });

  it('goes on with its own where a token for another API came from the same place', () => {
    const store = CredentialStore.empty();
    const audience = (n: number) => ({ aud: n % 2 ? ['mail', 'calendar'] : 'files' });
    for (let n = 1; n <= 6; n++) store.token(jwt(n, audience(n)), given(n));
    expect(store.all().map(({ value, valueCount }) => [value, valueCount])).toEqual([
      [jwt(5, audience(5)), 3],
      [jwt(6, audience(6)), 3],
    ]);
    const swapped = jwt(7, { aud: ['calendar', 'mail'] });
    store.token(swapped, given(7));
    expect(store.all()).toHaveLength(2);
  });

  it.each([
    ['where the later one goes elsewhere', 'https://mail.test', 20_000, 2],
    ['not at once: requests may be under way', 'https://mail.test', 500, 1],
    ['not where the later one goes there, too', 'https://api.test', 20_000, 2],
  ])('is none of tokens that are sent to servers of their own: %s', (_, origin, later, count) => {
    const store = CredentialStore.empty();
    const [a, b] = tokens();
    store.token(a, given(1));
    store.token(a, sentAt(2));
    store.token(b, given(10));
    store.token(b, { ...sentAt(11), origin });
    expect(store.all()).toHaveLength(1);
    store.token(a, sentAt(later));
    expect(store.all()).toHaveLength(count);
  });
});
