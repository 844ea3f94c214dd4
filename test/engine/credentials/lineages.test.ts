import { describe, expect, it } from 'vitest';
import { CredentialStore } from '../../../src/engine/credentials/credential-store.js';
import { LIMITS } from '../../../src/engine/settings.js';
import { chainOf, given, jwt, sentAt, stored, tokens } from '../../support/generations.js';

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
});
