import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlaceholder } from '../../../../src/engine/values/ids/placeholder.js';
import { Seeded } from '../../../support/seeded.js';

const base64url = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');

describe('a placeholder', () => {
  it.each([
    '',
    '""',
    'deleted',
    'DELETED',
    'deleteMe',
    'null',
    'false',
    '{}',
    '%7B%7D',
    'e30',
    'e30=',
    'e30%3D',
    'W10=',
    '[object Object]',
    '-',
    '--',
    '---',
    '***',
    ' ',
    'revoked',
    // Members of which nothing is left.
    ',ac_passwd=',
    'user=&key=',
    'user=;key=""',
    '|',
    // Written over, character by character.
    'xxxxxxxxxxxxxxxx',
    '********************************',
    '"00000000"',
    '--------',
    '%2A%2A%2A%2A%2A%2A%2A%2A',
    '00000000-0000-0000-0000-000000000000',
    // Empty sessions of frameworks, signed and not.
    'j:null',
    'a:0:{}',
    'YTowOnt9',
    `e30=--${'a1'.repeat(20)}`,
    `BAh7AA==--${'0b'.repeat(20)}`,
    `e30.aVbD1g.${'x'.repeat(27)}`,
    `bnVsbA==.aVbD1g.${'x'.repeat(27)}`,
    `e30:1rUFr2:${'y'.repeat(43)}`,
    `SFMyNTY.g3QAAAAA.${'z'.repeat(43)}`,
    `${'ab'.repeat(20)}-`,
    Buffer.from('{"_expire":1767312000000,"_maxAge":86400000}').toString('base64'),
    `${base64url({ alg: 'HS256' })}.${base64url({ data: {}, iat: 1_767_225_600 })}.` +
      `${'s'.repeat(43)}`,
  ])('is %j', (value) => expect(isPlaceholder(value)).toBe(true));

  it.each([
    `${base64url({ alg: 'HS256' })}.${base64url({ data: { user: 7 }, iat: 1 })}.${'s'.repeat(43)}`,
    `eyJ1c2VyIjo3fQ.aVbD1g.${'x'.repeat(27)}`,
    `eyJ1c2VyIjo3fQ==--${'a1'.repeat(20)}`,
    `${'ab'.repeat(20)}-user=7`,
    Buffer.from('{"user":7,"_maxAge":86400000}').toString('base64'),
  ])('is no session with something in it: %j', (value) => expect(isPlaceholder(value)).toBe(false));

  it.each([
    'xxxxxxxy',
    '-1',
    'a-b',
    'user=&key=1',
    'a,b',
    'YWJjZGVmZ2hpams=',
    '00000',
    '00000000-0000-0000-0000-000000000001',
    'deleted-items',
    'nulls',
    'true',
    '1',
    '{"a":1}',
    'eyJhIjoxfQ',
    'dark',
    'en',
  ])('is not %j', (value) => expect(isPlaceholder(value)).toBe(false));

  it('is nothing that a generator makes', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 16, max: 64 }), (seed, length) => {
        expect(isPlaceholder(new Seeded(seed).base62(length))).toBe(false);
      }),
    );
  });
});
