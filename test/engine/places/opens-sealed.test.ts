import { expect, it } from 'vitest';
import { candidatesInStorage } from '../../../src/engine/places/in-storage.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('opens sealed');
const bytes = (count: number) => random.bytes(count).toString('base64url');

/** Pointers of what a stored item has that may be a credential. */
function foundIn(item: object): string[] {
  const value = JSON.stringify(item);
  const items = [{ key: 'app', value, length: value.length }];
  return candidatesInStorage({
    kind: 'storage',
    at: 0,
    origin: 'https://app.test',
    area: 'localStorage',
    items,
    dropped: 0,
  }).map(({ locator }) => locator.slice('app'.length));
}

it.each(['data', 'ct', 'ciphertext', 'cipher_text', 'encryptedData'])(
  'takes no nonce of a login in what opens the %s beside it',
  (name) => {
    const sealed = { nonce: bytes(16), [name]: bytes(90) };
    expect(foundIn(sealed)).toEqual([]);
    expect(foundIn({ kept: sealed })).toEqual([]);
  },
);

it.each<[string, object]>([
  ['the nonce of a login', { nonce: bytes(16), state: bytes(16) }],
  ['beside words', { nonce: bytes(16), data: 'of the first page' }],
  ['in another member', { nonce: bytes(16), kept: { data: bytes(90) } }],
])('leaves %s', (_, item) => {
  expect(foundIn(item)).toContain('/nonce');
});
