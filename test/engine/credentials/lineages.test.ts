import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CredentialStore } from '../../../src/engine/credentials/credential-store.js';
import type { NewSighting } from '../../../src/engine/credentials/sighting.js';
import { LIMITS } from '../../../src/engine/settings.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('credential-store');
const tokens = () => [random.base62(40), random.base62(40), random.base62(40)] as const;
const given = (at: number, locator = '/access_token'): NewSighting => ({
  carrier: 'body',
  locator,
  direction: 'received',
  origin: 'https://idp.test',
  at,
  exchange: { id: `x${at}`, method: 'POST', url: 'https://idp.test/token' },
});
const stored = (at: number): NewSighting => ({
  carrier: 'localStorage',
  locator: 'tokens/access_token',
  direction: 'stored',
  origin: 'https://app.test',
  at,
});

/** Who took whose place, from the first to the last; and by which exchange. */
function chainOf(
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

describe('a refreshed token', () => {
  it('is followed by the one that came in its place', () => {
    const store = CredentialStore.empty();
    const [a, b, c] = tokens();
    for (const [index, value] of [a, b, c].entries()) store.token(value, given(index + 1));
    expect(chainOf(store, a)).toEqual({ values: [a, b, c], by: ['x2', 'x3'] });
  });

  it('is so when the newer one was stored before the answer that gave it was told', () => {
    const store = CredentialStore.empty();
    const [a, b] = tokens();
    store.token(a, given(1));
    store.token(b, stored(3));
    store.token(b, given(2));
    expect(chainOf(store, a)).toEqual({ values: [a, b], by: ['x2'] });
  });

  it('is so when the answers are told in another order', () => {
    const store = CredentialStore.empty();
    const [a, b, c] = tokens();
    store.token(b, given(2));
    store.token(a, given(1));
    store.token(c, given(3));
    expect(chainOf(store, a)).toEqual({ values: [a, b, c], by: ['x2', 'x3'] });
  });

  it.each([
    ['in their order', [2, 3]],
    ['in another one', [3, 2]],
  ] as const)(
    'is so when storage showed only the last, and the answers are told %s',
    (_, order) => {
      const store = CredentialStore.empty();
      const values = tokens();
      const [a, , c] = values;
      store.token(a, given(1));
      store.token(a, stored(1.5));
      store.token(c, stored(4));
      for (const n of order) store.token(values[n - 1]!, given(n));
      expect(chainOf(store, a)).toEqual({ values, by: ['x2', 'x3'] });
    },
  );

  it('is never its own successor, whatever is told of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5), fc.nat(8), fc.boolean()), { maxLength: 40 }),
        (told) => {
          const store = CredentialStore.empty();
          const values = Array.from({ length: 6 }, () => random.base62(40));
          for (const [index, at, isStored] of told)
            store.token(values[index]!, isStored ? stored(at) : given(at));
          for (const value of values)
            expect(new Set(chainOf(store, value).values).size).toBe(
              chainOf(store, value).values.length,
            );
          const links = store
            .records()
            .flatMap(({ id, replacedBy }) => (replacedBy ? `${id} ${replacedBy}` : []));
          expect(
            store
              .records()
              .flatMap(({ id, replaces }) => (replaces ? `${replaces} ${id}` : []))
              .toSorted(),
          ).toEqual(links.toSorted());
        },
      ),
    );
  });

  it('is not what is only sent in turn with another one', () => {
    const store = CredentialStore.empty();
    const [a, b] = tokens();
    const sent = (at: number): NewSighting => ({
      ...given(at, 'authorization'),
      carrier: 'header',
      direction: 'sent',
    });
    store.token(a, given(1, '/access_token'));
    store.token(b, given(1, '/service_token'));
    store.token(a, sent(2));
    store.token(b, sent(3));
    expect(chainOf(store, a).values).toEqual([a]);
  });

  it('is not a state or a nonce, which are for one time', () => {
    const store = CredentialStore.empty();
    const [a, b] = tokens();
    for (const [index, value] of [a, b].entries())
      store.token(value, { ...given(index, 'state'), carrier: 'url', direction: 'sent' });
    expect(chainOf(store, a)).toEqual({ values: [a], by: [] });
  });
});

const sentAt = (at: number): NewSighting => ({
  carrier: 'header',
  locator: 'authorization',
  direction: 'sent',
  origin: 'https://api.test',
  at,
  exchange: { id: `x${at}`, method: 'GET', url: 'https://api.test/me' },
});
const CLAIMS = { iss: 'https://idp.test', sub: 'ada' };
const jwt = (n: number, claims: object = {}) =>
  jwtOf({ ...CLAIMS, jti: String(n), exp: 4_000_000_000 + n, ...claims });

describe('a lineage', () => {
  it('is one credential, however often it was refreshed', () => {
    const store = CredentialStore.empty();
    for (let n = 1; n <= 20; n++) {
      store.token(jwt(n), given(n * 10));
      store.token(jwt(n), stored(n * 10 + 1));
      store.token(jwt(n), sentAt(n * 10 + 2));
    }
    expect(store.all()).toHaveLength(1);
    const [lineage] = store.all();
    expect(lineage).toMatchObject({
      id: 'c1',
      valueCount: 20,
      value: jwt(20),
      firstSeen: 10,
      lastSeen: 202,
    });
    expect(lineage!.sightings.map(({ carrier, count }) => [carrier, count])).toEqual([
      ['body', 20],
      ['localStorage', 20],
      ['header', 20],
    ]);
    expect(lineage!.life.map(({ type, count }) => [type, count])).toEqual(
      expect.arrayContaining([['refreshed', 1]]),
    );
    expect(store.records().length).toBeLessThanOrEqual(LIMITS.generations);
  });

  it('is found by every value that is remembered, after a stop as well', () => {
    const store = CredentialStore.empty();
    for (let n = 1; n <= 20; n++) store.token(jwt(n), given(n));
    const restored = CredentialStore.restore(JSON.parse(JSON.stringify(store.save())));
    for (const one of [store, restored]) {
      for (let n = 20 - LIMITS.pastValues; n <= 20; n++) {
        expect(one.lineage(one.byValue(jwt(n))?.id ?? '')?.id).toBe('c1');
      }
      expect(one.byValue(jwt(1))).toBeUndefined();
    }
  });

  it('ends at a login: what it gives goes on from nothing', () => {
    const store = CredentialStore.empty();
    store.token(jwt(1), given(1));
    const { id } = store.token(jwt(2), given(50));
    store.beginLineage(id, 50);
    store.closeLineages('https://idp.test', 50);
    store.token(jwt(3), given(60));
    expect(store.all().map(({ valueCount, value }) => [valueCount, value])).toEqual([
      [1, jwt(1)],
      [2, jwt(3)],
    ]);
  });

  it('ends at a logout', () => {
    const store = CredentialStore.empty();
    store.token(jwt(1), sentAt(1));
    store.loggedOut('https://api.test', 5);
    store.token(jwt(2), sentAt(20));
    expect(store.all()).toHaveLength(2);
  });

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

  it('goes on with the next one, though an older one is revoked after it was fetched', () => {
    const store = CredentialStore.empty();
    const [a, b] = tokens();
    store.token(a, given(1));
    store.token(b, given(10));
    store.token(a, { ...sentAt(20_000), carrier: 'body', locator: 'token' });
    expect(store.all()).toHaveLength(1);
  });

  it('is none of what a script sends under the name by which an answer gave a token', () => {
    const store = CredentialStore.empty();
    const [a, b, c] = tokens();
    const ofScript = (at: number) => ({ ...given(at, '/token'), direction: 'sent' as const });
    store.token(a, given(1, '/token'));
    store.token(b, ofScript(2));
    store.token(b, ofScript(3));
    expect(store.all()).toHaveLength(2);
    store.token(c, given(4, '/token'));
    expect(chainOf(store, a).values).toEqual([a, c]);
  });

  it('is none of what a script sent before an answer gave a token by that name', () => {
    const store = CredentialStore.empty();
    const [a, b, c] = tokens();
    store.token(a, { ...given(1, '/token'), direction: 'sent' });
    store.token(b, given(2, '/token'));
    store.token(c, given(3, '/token'));
    expect([a, b].map((one) => chainOf(store, one).values)).toEqual([[a], [b, c]]);
  });

  it('begins with a token that the very request sent for which the next one came', () => {
    const store = CredentialStore.empty();
    const [a, b] = tokens();
    store.token(a, { ...given(1, '/refresh'), direction: 'sent' });
    store.token(b, given(1, '/refresh'));
    expect(chainOf(store, a).values).toEqual([a, b]);
  });

  it('is none where both tokens stay in use', () => {
    const store = CredentialStore.empty();
    const [a, b] = tokens();
    store.token(a, sentAt(1));
    store.token(b, sentAt(2));
    expect(store.all()).toHaveLength(1);
    store.token(a, sentAt(20_000));
    expect(store.all()).toHaveLength(2);
    expect(store.all().flatMap(({ life }) => life)).toEqual([]);
  });

  it('keeps that a generation was used after its end', () => {
    const store = CredentialStore.empty();
    const old = jwt(1, { exp: 1_000 });
    store.token(old, sentAt(500_000));
    expect(store.all()[0]!.lateUses).toBeUndefined();
    store.token(old, sentAt(1_100_000));
    store.token(jwt(2), sentAt(1_200_000));
    expect(store.all()[0]).toMatchObject({
      valueCount: 2,
      lateUses: [{ carrier: 'header', at: 1_100_000, expiredAt: 1_000_000 }],
    });
  });

  it.each([
    ['seconds', 1_800_000_000, 1],
    ['seconds in quotes', '1800000000', 1],
    ['milliseconds', 1_800_000_000_000, 1],
    ['milliseconds in quotes', '1800000000000', 1],
    ['words', 'in 2027', undefined],
  ])('knows a use after an end in %s', (_, exp, count) => {
    const store = CredentialStore.empty();
    const token = jwt(1, { exp });
    store.token(token, sentAt(1_799_999_999_000));
    expect(store.all()[0]!.lateUses).toBeUndefined();
    store.token(token, sentAt(1_800_000_100_000));
    expect(store.all()[0]!.lateUses?.length).toBe(count);
  });

  it.each([
    ['within the leeway for clocks that differ', 1_060_000, {}, undefined],
    ['just beyond it', 1_061_000, {}, 1],
    [
      'as a hint for the logout, where it is welcome',
      2_000_000,
      { locator: 'id_token_hint' },
      undefined,
    ],
  ])('knows a use after its end: %s', (_, at, more, count) => {
    const store = CredentialStore.empty();
    store.token(jwt(1, { exp: 1_000 }), { ...sentAt(at), ...more });
    expect(store.all()[0]!.lateUses?.length).toBe(count);
  });
});
