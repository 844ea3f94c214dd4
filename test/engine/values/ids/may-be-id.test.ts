import { describe, expect, it } from 'vitest';
import { isSecret } from '../../../../src/engine/values/telling/mask.js';
import { mayBeId } from '../../../../src/engine/values/ids/may-be-id.js';
import { maskHeader, maskText, redactUrl } from '../../../../src/engine/values/telling/redact.js';
import { Seeded } from '../../../support/seeded.js';

const V = 'abcdEFGH1234ijklMNOP5678qrst';
const UUID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

describe('what may be an id', () => {
  it.each([V, '1234567890123456789', 'qwrtzxcvbnmkjhgfdsap', 'MFRGGZDFMZTWQ2LK', `v1.${V}`])(
    '%s is hidden',
    (value) => {
      expect([mayBeId(value), isSecret('', value)]).toEqual([true, true]);
    },
  );

  it.each([
    '123456789012',
    '1767226200000',
    'how-to-build-2024',
    'summercollection2024sale',
    'windows10professional',
    'internationalization',
    'Donaudampfschifffahrtsgesellschaft',
    'getUserAccountSettings',
    'getOAuth2AccessToken',
    'XMLHttpRequestUpload',
    'REQUESTVERIFICATIONTOKEN',
    '20260101T000000Z',
    '2026-01-01T00:00:00.000Z',
    'com.google.android.apps.messaging',
    'Mozilla/5.0',
    'aaaaaaaaaaaaaaaaaaaaaaaa',
  ])('%s stays', (value) => {
    expect([mayBeId(value), isSecret('', value)]).toEqual([false, false]);
  });

  it('misses less than one in a hundred of what a generator makes', () => {
    const random = new Seeded('may-be-id');
    const lower = 'abcdefghijklmnopqrstuvwxyz';
    const alphabets = [lower, lower.toUpperCase(), `${lower}234567`, `${lower}0123456789`];
    for (const alphabet of alphabets) {
      const values = Array.from({ length: 1_000 }, () =>
        [...random.bytes(22)].map((byte) => alphabet[byte % alphabet.length]).join(''),
      );
      expect(values.filter((value) => !isSecret('', value)).length).toBeLessThan(10);
    }
  });
});

describe('a value that does not look random', () => {
  it.each([
    ['alone in a query', redactUrl(`https://a.example/?a&${V}`)],
    ['without a name', redactUrl(`https://a.example/?=${V}`)],
    ['in a path', redactUrl(`https://a.example/x/${V}/y`)],
    ['in a fragment', redactUrl(`https://a.example/#${V}`)],
    ['in a header', maskHeader('host-key', V)],
    ['in a challenge', maskHeader('www-authenticate', `Bearer token="${V}"`)],
    ['in a text', maskText(`see ${V} there`)],
    ['in a refresh', maskHeader('refresh', `0; URL='/x/${V}'`)],
  ])('is hidden %s', (_where, told) => {
    expect(told).not.toContain(V);
  });

  it.each(['magic', 'reset', 'Verify', 'invite', 'sso', 'session'])(
    'is hidden behind /%s/, a UUID as well',
    (word) => {
      expect(redactUrl(`https://a.test/${word}/${UUID}`)).toBe(`https://a.test/${word}/3f25…(36)`);
    },
  );

  it.each([
    `https://a.test/accounts/${UUID}/edit`,
    'https://a.test/blog/how-to-build-2024',
    'https://a.test/login/forgotten-your-details',
    'https://a.test/api/v2/orders/123456789012',
    'https://a.test/2026-01-01T00:00:00Z/report',
  ])('%s stays as it is', (url) => {
    expect(redactUrl(url)).toBe(url);
  });
});
