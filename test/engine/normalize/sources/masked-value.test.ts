import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMasked } from '../../../../src/engine/normalize/sources/masked-value.js';
import { jwtOf } from '../../../support/jose.js';
import { Seeded } from '../../../support/seeded.js';

describe('what a sanitizer left in the place of a value', () => {
  it.each([
    '[REDACTED]',
    '[redacted]',
    'REDACTED',
    'Redacted',
    '<redacted>',
    '{filtered}',
    '(removed)',
    '**masked**',
    '__hidden__',
    '[session redacted]',
    '[access_token redacted]',
    '[REDACTED_TOKEN]',
    '<removed: jwt>',
    '[masked by proxy]',
    'token-redacted',
    'REDACTED_TOKEN',
    'sanitized',
    'sanitised',
    'removed',
    'anonymized',
    '***',
    '****************',
    'ab****yz',
    'xxx',
    'XXXXXXXXXXXX',
    'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
    '••••••••',
    '00000000',
    'a'.repeat(5_000),
    '{{access_token}}',
    '${TOKEN}',
    '%API_KEY%',
    '<your-api-key>',
    'YOUR_TOKEN_HERE',
    '%5BREDACTED%5D',
    '%2A%2A%2A%2A',
    '"[REDACTED]"',
    ' [REDACTED] ',
    '"00000000"',
    ' {{token}}',
    '%7B%7Btoken%7D%7D',
    '{{ csrf_token() }}',
    '{% csrf_token %}',
    '{token}',
    '{access_token}',
    '#{api_key}',
    '$API_TOKEN',
    '<%= token %>',
    '__API_TOKEN__',
    '<token>',
    '<API-KEY>',
    '<access_token>',
    '[API_KEY]',
    'YOUR_API_KEY',
    'your-api-key',
    'YOUR_SECRET',
    'INSERT_ACCESS_TOKEN',
    'replace-with-your-token',
    'paste your token here',
    'example_token',
    'CHANGE_ME',
    'changeme',
    '00000000-0000-0000-0000-000000000000',
    '11111111-1111-1111-1111-111111111111',
  ])('is %s', (value) => {
    expect(isMasked(value)).toBe(true);
  });

  it.each([
    '00000000-0000-0000-0000-000000000001',
    '',
    '*',
    '*/*',
    'x',
    'xx',
    'deleted',
    'hidden',
    'secret',
    'secretary',
    '{a3f25040-4f89-11d3-9a0c-0305e82c3301}',
    '{light}',
    '[main]',
    '<b>',
    '$2b$10$abcdefghijklmnopqrstuv',
    '__utmz',
    'add_token',
    'token',
    'yourself',
    'example.com',
    'changelog',
    'unredacted',
    'removedAt',
    '[unfiltered]',
    '[object Object]',
    '[1,2,3]',
    '{"redacted":"abcdefgh"}',
    '{"state":"removed","id":"k3j4h5g6"}',
    'hunter2*',
    '0000',
    '00000001',
    'xxxyyy',
    'xxxx-1234',
    'Basic',
    '%',
    '%E0%A4%A',
    'redacted.example',
    `${'a'.repeat(5_000)}b`,
  ])('is not %s', (value) => {
    expect(isMasked(value)).toBe(false);
  });

  // An expression that backtracks would not come to an end here.
  it.each(['-', '--x', '*-', '_', '[', '{', '{-', '0-', '$A', '%A', ' ', '<'])(
    'is told at once, of whatever it is made: %s',
    (unit) => {
      expect(isMasked(`${unit.repeat(159).slice(0, 159)}!`)).toBe(false);
    },
  );

  it('is no token', () => {
    const seeded = new Seeded('masked');
    for (let n = 0; n < 200; n++) {
      expect(isMasked(seeded.bytes(8 + (n % 40)).toString('hex'))).toBe(false);
      expect(isMasked(seeded.bytes(8 + (n % 40)).toString('base64url'))).toBe(false);
    }
    expect(isMasked(jwtOf({ sub: 'redacted' }))).toBe(false);
  });

  it('is looked for in anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(isMasked(value)).toBeTypeOf('boolean');
      }),
    );
  });
});
