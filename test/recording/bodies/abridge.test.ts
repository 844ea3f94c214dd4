import { describe, expect, it } from 'vitest';
import type { StorageItem } from '../../../src/engine/model.js';
import { candidatesInStorage } from '../../../src/engine/places/in-storage.js';
import { LIMITS } from '../../../src/engine/settings.js';
import { abridged, abridgedArea, judged, sizeOf } from '../../../src/recording/bodies/abridge.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

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

describe('an area with more than a recording has room for', () => {
  const noise = (at: number): StorageItem => {
    const value = `lorem ${at} ${'ipsum '.repeat(200)}`;
    return { key: `k${at}`, value, length: value.length };
  };
  const telling = (at: number): StorageItem => {
    const value = jwtOf({ sub: String(at) });
    return { key: `token${at}`, value, length: value.length };
  };

  it('keeps every credential whole and the beginnings of the rest', () => {
    const items = [...Array.from({ length: 1_000 }, (_, at) => noise(at)), telling(1)];
    const { items: kept, left } = abridgedArea(items, 'localStorage');
    expect([kept.length, left]).toEqual([1_001, 0]);
    expect(sizeOf(kept)).toBeLessThan(LIMITS.areaKept);
    expect(kept.at(-1)).toEqual(telling(1));
    expect(kept[0]).toMatchObject({ key: 'k0', length: noise(0).length });
    expect(abridgedArea(kept, 'localStorage')).toEqual({ items: kept, left: 0 });
  });

  it('leaves out what does not fit even so, last what tells something, and counts it', () => {
    const items = [noise(1), ...Array.from({ length: 4_000 }, (_, at) => telling(at))];
    const { items: kept, left } = abridgedArea(items, 'localStorage');
    expect(kept.length + left).toBe(4_001);
    expect(left).toBeGreaterThan(0);
    expect(kept.filter(({ key }) => key.startsWith('token')).length).toBeGreaterThan(1_000);
  });

  it('is left alone where there is room', () => {
    const items = [noise(1), telling(1)];
    expect(abridgedArea(items, 'localStorage')).toEqual({ items, left: 0 });
  });
});

it('the item of a file stays whole, with what of it is not read', () => {
  const many = JSON.stringify(Array.from({ length: LIMITS.jsonStrings + 2 }, () => 'x y'));
  expect(judged(item(many), 'localStorage')).toMatchObject({
    value: many,
    limits: [{ what: 'jsonStrings', lost: 2 }],
  });
});
