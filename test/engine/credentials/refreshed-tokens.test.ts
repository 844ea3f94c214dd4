import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CredentialStore } from '../../../src/engine/credentials/credential-store.js';
import type { NewSighting } from '../../../src/engine/credentials/sighting.js';
import { chainOf, given, random, stored, tokens } from '../../support/generations.js';

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
