import { describe, expect, it } from 'vitest';
import { CredentialStore } from '../../../src/engine/credentials/credential-store.js';
import { jwt, sentAt } from '../../support/generations.js';

describe('a lineage', () => {
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
