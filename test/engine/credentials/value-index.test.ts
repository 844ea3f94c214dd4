import { expect, it } from 'vitest';
import {
  formsOf,
  isTelling,
  tokenFormsOf,
  ValueIndex,
} from '../../../src/engine/credentials/value-index.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const mac = new Seeded('value-index-mac').base62(43);
const value = new Seeded('value-index').base62(32);

it('a value is that of the credential which was seen first, whoever claimed it first', () => {
  const index = new ValueIndex();
  index.claim(value, 'c10');
  index.claim(value, 'c2');
  expect(index.owner(value)).toBe('c2');
  index.forget(value, 'c2');
  expect(index.owner(value)).toBe('c10');
  index.forget(value, 'c10');
  expect(index.owner(value)).toBeUndefined();
});

it('an index that goes on by itself changes nothing where it came from', () => {
  const index = new ValueIndex();
  index.claim(value, 'c3');
  const fork = index.fork();
  fork.claim(value, 'c1');
  fork.claim('other', 'c4');
  expect([index.owner(value), index.owner('other')]).toEqual(['c3', undefined]);
  expect([fork.owner(value), fork.owner('other')]).toEqual(['c1', 'c4']);
});

it('a value is known as it stands, decoded, and by the token in it', () => {
  const jwt = jwtOf({ sub: 'ada' });
  const cookie = encodeURIComponent(JSON.stringify({ access_token: jwt }));
  expect([...formsOf(cookie)]).toEqual([cookie, decodeURIComponent(cookie), jwt]);
});

it.each([
  ['a scheme', `Bearer ${value}`],
  ['a scheme, encoded', encodeURIComponent(`Bearer ${value}`)],
  ['quotes', `"${value}"`],
  ['JSON', JSON.stringify({ token: value })],
  ['JSON beside other things', encodeURIComponent(JSON.stringify({ token: value, user: 'ada' }))],
  ['what Express signs', encodeURIComponent(`s:${value}.${mac}`)],
  ['what better-call signs', `${value}.${mac}=`],
  ['JSON with a scheme', JSON.stringify([`Bearer ${value}`])],
])('a value is known in %s', (_, wrapped) => expect([...formsOf(wrapped)]).toContain(value));

it.each([
  ['a user’s name and number', `ada:1:${value}`],
  ['a device', `phone|${value}`],
  ['names', `session=${value}&user=ada`],
  ['JSON', JSON.stringify({ session: value, user: 'ada' })],
])('a token is known where it is packed with %s, and a cookie is no token', (_, text) => {
  const packed = btoa(text);
  expect([...tokenFormsOf(packed)]).toContain(value);
  expect([...formsOf(packed)]).not.toContain(value);
});

it('of a packed text that has two secrets, or none, none is the token', () => {
  const other = new Seeded('value-index-packed').base62(32);
  for (const text of [`${value}:${other}`, 'ada:1:somebody:elsewhere'])
    expect([...tokenFormsOf(btoa(text))]).toEqual([...formsOf(btoa(text))]);
});

it('a part of a host or of a JWT is no value by itself', () => {
  const jwt = jwtOf({ sub: 'ada' });
  expect([...formsOf(jwt)]).toEqual([jwt]);
  const host = 'a-long-name-of-a-host.another-long-name-of-a-host';
  expect([...formsOf(host)]).toEqual([host]);
});

it('of two secrets in one value, neither stands for it', () => {
  const other = new Seeded('value-index-other').base62(32);
  expect([...formsOf(JSON.stringify({ a: value, b: other }))]).not.toContain(value);
});

it.each([
  [value, true],
  ['dark', false],
  ['1', false],
])('%s tells credentials apart: %s', (one, tells) => expect(isTelling(one)).toBe(tells));
