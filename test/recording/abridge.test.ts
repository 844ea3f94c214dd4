import { describe, expect, it } from 'vitest';
import type { StorageItem } from '../../src/engine/model.js';
import { candidatesInStorage } from '../../src/engine/places/in-storage.js';
import { LIMITS } from '../../src/engine/settings.js';
import { abridged } from '../../src/recording/abridge.js';
import { jwtOf, Seeded } from '../support/tokens.js';

const token = jwtOf({ sub: '1' });
const refresh = `rt_${new Seeded('abridge').bytes(20).toString('hex')}`;
const filler = 'lorem ipsum '.repeat(4_000);

function item(value: string, length = value.length): StorageItem {
  return { key: 'persist:root', value, length };
}

function candidates(stored: StorageItem) {
  const snapshot = { kind: 'storage', at: 0, origin: 'https://a.test', dropped: 0 } as const;
  return candidatesInStorage({ ...snapshot, area: 'localStorage', items: [stored] });
}

describe('a long stored value', () => {
  it.each([
    ['JSON', JSON.stringify({ ui: filler, auth: { access_token: token, refresh_token: refresh } })],
    [
      'JSON in JSON',
      JSON.stringify({ ui: filler, auth: JSON.stringify({ 'a/b~c': { access_token: token } }) }),
    ],
    ['a list', JSON.stringify([filler, { refresh_token: refresh }, { access_token: token }])],
    ['odd names', JSON.stringify({ a: filler, ['__proto__x']: { access_token: token } })],
    ['text', `${filler} ${token}`],
  ])('keeps what may be a credential where it stood: %s', (_, value) => {
    const short = abridged(item(value), 'localStorage');
    expect(short.value.length).toBeLessThan(2_000);
    expect(short.length).toBe(value.length);
    expect(candidates(short)).toEqual(candidates(item(value)));
    expect(candidates(short).length).toBeGreaterThan(0);
  });

  it('keeps its beginning where there is none', () => {
    const short = abridged(item(filler), 'localStorage');
    expect(short.value).toBe(filler.slice(0, LIMITS.storageKept));
    expect(short).not.toHaveProperty('cut');
  });

  it('says that it was not read to its end', () => {
    expect(abridged(item(filler, filler.length + 1), 'localStorage').cut).toBe(true);
    const many = JSON.stringify(Array.from({ length: LIMITS.jsonStrings + 2 }, () => 'x y'));
    expect(abridged(item(many), 'localStorage').limits).toEqual([
      { what: 'jsonStrings', limit: LIMITS.jsonStrings, lost: 2 },
    ]);
  });
});

it('a short one stays as it is', () => {
  const short = item(`{"access_token":"${token}"}`);
  expect(abridged(short, 'localStorage')).toBe(short);
});
