import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isStorageState,
  readStorageState,
} from '../../../../src/engine/normalize/sources/storage-state.js';
import {
  isCookieList,
  readStoredCookie,
} from '../../../../src/engine/normalize/sources/stored-cookie.js';

const AT = Date.UTC(2026, 0, 1);
const COOKIE = { name: 'sid', value: 'v', domain: '.shop.test', path: '/' };
const END = 1_800_000_000;

describe('a cookie as tools write it', () => {
  it.each<[string, object, object]>([
    ['Playwright', { expires: END }, { persistent: true, expiresAt: END * 1000 }],
    ['Playwright, of a session', { expires: -1 }, { persistent: false }],
    [
      'an extension',
      { expirationDate: END + 0.5 },
      { persistent: true, expiresAt: END * 1000 + 500 },
    ],
    ['an extension, of a session', { session: true, expirationDate: END }, { persistent: false }],
    ['Selenium', { expiry: END }, { persistent: true, expiresAt: END * 1000 }],
    ['a date', { expires: '2027-01-15T08:00:00Z' }, { persistent: true, expiresAt: END * 1000 }],
    ['quoted', { expires: String(END) }, { persistent: true, expiresAt: END * 1000 }],
  ])('ends: %s', (_, end, told) => {
    expect(readStoredCookie({ ...COOKIE, ...end })).toMatchObject(told);
  });

  it.each([{}, { expires: null }, { expires: 'soon' }, { expires: {} }])(
    'ends nobody knows when: %j',
    (end) => {
      const read = readStoredCookie({ ...COOKIE, ...end });
      for (const name of ['persistent', 'expiresAt']) expect(read).not.toHaveProperty(name);
    },
  );

  it.each([
    ['Lax', 'lax'],
    ['strict', 'strict'],
    ['None', 'none'],
    ['no_restriction', 'none'],
    ['unspecified', 'unset'],
    ['', 'unset'],
    [null, undefined],
  ])('has a SameSite: %s', (sameSite, told) => {
    expect(readStoredCookie({ ...COOKIE, sameSite }).sameSite).toBe(told);
  });

  it.each([
    [{ domain: '.shop.test' }, false],
    [{ domain: 'shop.test' }, true],
    [{ domain: 'shop.test', hostOnly: false }, false],
    [{ domain: '.shop.test', hostOnly: true }, true],
  ])('is of a host alone: %j', (more, hostOnly) => {
    expect(readStoredCookie({ ...COOKIE, ...more })).toMatchObject({
      domain: 'shop.test',
      hostOnly,
    });
  });

  it.each([
    ['https://top.test', 'https://top.test'],
    [{ topLevelSite: 'https://top.test' }, 'https://top.test'],
    [{ sourceOrigin: 'https://top.test', hasCrossSiteAncestor: true }, 'https://top.test'],
    [undefined, undefined],
    [null, undefined],
  ])('is partitioned: %j', (partitionKey, told) => {
    const read = readStoredCookie({ ...COOKIE, partitionKey });
    expect([read.partitioned, read.partitionKey]).toEqual([told !== undefined, told]);
  });

  it('may hold anything', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (cookie) => {
        expect(typeof readStoredCookie(cookie).name).toBe('string');
        expect(isCookieList([cookie])).toBe(false);
      }),
    );
  });
});

describe('a list of cookies', () => {
  it('is a jar that may be of one site only', () => {
    for (const state of [[COOKIE], { url: 'https://shop.test', cookies: [COOKIE] }]) {
      expect(isStorageState(state)).toBe(true);
      const [jar] = readStorageState(state, AT).snapshots;
      expect(jar).toMatchObject({ kind: 'jar', at: AT, cookies: [{ name: 'sid' }] });
      expect(jar).not.toHaveProperty('domains');
    }
    expect(readStorageState({ cookies: [COOKIE], origins: [] }, AT).snapshots[0]).toMatchObject({
      domains: 'all',
    });
  });

  it.each([[[]], [[1]], [[{ name: 'x' }]], [{}], [{ cookies: [] }], [null], [{ log: {} }]])(
    'is not %j',
    (value) => {
      expect(isStorageState(value)).toBe(false);
    },
  );
});
