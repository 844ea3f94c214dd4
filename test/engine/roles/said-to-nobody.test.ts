import { describe, expect, it } from 'vitest';
import { canIdentify } from '../../../src/engine/roles/cookie-facts.js';
import { isWordList } from '../../../src/engine/values/ids/word-list.js';
import { hex, HIDDEN, rolesOf } from '../../support/given-at-login.js';

const base64 = (told: unknown) => Buffer.from(JSON.stringify(told)).toString('base64');

const LISTS = [
  ['states', 'cart-filled,logged-in'],
  ['segs', 'abo,zh,40plus'],
  ['features', 'nav2,pay1,beta'],
  ['groups', 'staff|editors'],
  ['tour', 'seen:1;skip:0'],
  ['rights', 'orders.read, orders.write'],
  ['teams', 'größe|käufer|b2b'],
] as const;
const DRAWN = [
  `ada,${hex()}`,
  `5|${hex(24)}`,
  'x9f2kq81,m3p7zt40',
  '1042,1763629200123',
  'loggedin',
  '12,15,99',
];
const CHOICES = [
  { city: 'Warszawa', zip: '00-001' },
  { nav: 1, pay: 0, x: 'b' },
  { color: ['red', 'blue'], size: 'xl', max: 200 },
  { view: { rows: 50, dense: true }, tab: 'first' },
];
const OF_SOMEBODY = [
  { user: 5, shop: 'vienna-north' },
  { city: 'Warszawa', account: { no: 4711 } },
  { passport: { user: 'ada' }, tab: 'first' },
  { city: 'Warszawa', key: hex() },
  { exp: 1_763_629_200, iat: 1_763_620_000 },
];

describe('a list of words', () => {
  it.each(LISTS)('is no session that a login gives: %s=%s', (name, value) => {
    const roles = rolesOf([
      `sid=${hex()}${HIDDEN}`,
      `${name}=${encodeURIComponent(value)}${HIDDEN}`,
    ]);
    expect(roles['sid']).toBe('session');
    expect(roles[name]).not.toBe('session');
    expect(canIdentify(value)).toBe(false);
  });

  it.each(DRAWN)('is none with what was drawn or counted in it, nor a single word: %s', (value) => {
    expect(isWordList(value)).toBe(false);
  });

  it('is looked for in short values alone', () => {
    expect(isWordList('beta,'.repeat(300))).toBe(true);
    expect(isWordList('beta,'.repeat(500))).toBe(false);
  });
});

describe('JSON in base64', () => {
  it.each(CHOICES)('identifies nobody where nothing in it is about somebody: %j', (told) => {
    const roles = rolesOf([`sid=${hex()}${HIDDEN}`, `zone=${base64(told)}${HIDDEN}`]);
    expect(roles['sid']).toBe('session');
    expect(roles['zone']).not.toBe('session');
    expect(canIdentify(base64(told))).toBe(false);
  });

  it.each(OF_SOMEBODY)('may be a session with somebody in it, or what was drawn: %j', (told) => {
    expect(canIdentify(base64(told))).toBe(true);
    expect(rolesOf([`zone=${base64(told)}${HIDDEN}`])['zone']).toBe('session');
  });

  it('is read to some depth, and no further', () => {
    const deep = { a: { b: { c: { d: 'vienna and around' } } } };
    expect(canIdentify(base64(deep))).toBe(true);
  });
});

describe('a hash of what is shown', () => {
  it.each([
    'woocommerce_cart_hash',
    'sw-cache-hash',
    'cart_hash',
    'perm_hash',
    'context-hash',
    'varyHash',
    'settings_checksum',
    'catalog-etag',
  ])('is no session beside the one that a login gives: %s', (name) => {
    const roles = rolesOf([`sid=${hex()}${HIDDEN}`, `${name}=${hex()}${HIDDEN}`]);
    expect(roles).toEqual({ sid: 'session', [name]: 'other' });
  });

  it.each([
    'user_hash',
    'pass_hash',
    'session_hash',
    'auth-context-hash',
    'cart_token_hash',
    'hash',
    'hash_of_cart_x',
    'cartography_hash',
  ])('is another thing than what may be somebody’s: %s', (name) => {
    expect(rolesOf([`${name}=${hex()}${HIDDEN}`])[name]).toBe('session');
  });
});
