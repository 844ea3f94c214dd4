import { describe, expect, it } from 'vitest';
import { candidatesInHeaders } from '../../../src/engine/places/in-headers.js';
import { isNoSecret } from '../../../src/engine/places/no-secret.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('no secret');
const seen = (value: string) => candidatesInHeaders([{ name: 'authorization', value }], 'sent');

describe('an Authorization header without a secret', () => {
  it.each([
    'X-Sah-Login',
    'x-sah-logout',
    'X-Auth',
    'X-Guest-Access-Only',
    'Bearer',
    'Bearer undefined',
    'null',
    'Token',
  ])('is %s', (value) => expect(seen(value)).toEqual([]));
});

describe('a secret', () => {
  it.each([
    `X-Sah ${random.base62(32)}`,
    `X-Sah-Login ${random.base62(32)}`,
    `x-${random.base62(32)}`,
    'x-kqzjwpxmvbnrtlsd',
    'x-key-4711',
    'X',
    'xoxb-abcd-efgh',
    'open-sesame',
    'x-',
    'x-a-b',
  ])('is %s', (value) => expect(isNoSecret(value)).toBe(false));
});
