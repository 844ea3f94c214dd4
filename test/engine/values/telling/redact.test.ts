import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskHeader, preview, redactUrl } from '../../../../src/engine/values/telling/redact.js';
import { jwtOf } from '../../../support/jose.js';
import { Seeded } from '../../../support/seeded.js';

const random = new Seeded('redact');
const secrets = [
  random.base62(32),
  random.bytes(16).toString('hex'),
  jwtOf({ sub: 'ada' }),
  `s:${random.base62(24)}.${random.base62(43)}`,
];

describe('redaction', () => {
  it('shows at most four characters and a quarter of a value', () => {
    expect([
      preview('A1B2C3D4E5F6A1B2C3D4E5F6A1B2C3D4'),
      preview('abcdefgh'),
      preview('abc'),
      preview(''),
    ]).toEqual(['A1B2…(32)', 'ab…(8)', '…(3)', '…(0)']);
  });

  it.each(secrets)('finds a secret wherever it stands in a URL (%#)', (secret) => {
    const encoded = encodeURIComponent(secret);
    for (const url of [
      `https://a.test/?token=${encoded}`,
      `https://a.test/?x=1&q=${encoded}&y=2`,
      `https://a.test/#access_token=${encoded}&state=1`,
      `https://a.test/#${encoded}`,
      `https://a.test/p;jsessionid=${encoded}?page=2`,
      `https://a.test/reset/${encoded}`,
      `https://user:${encoded}@a.test/`,
      `https://a.test/?next=${encodeURIComponent(`https://b.test/?token=${encoded}`)}`,
      `https://a.test/?next=${encodeURIComponent(`https://b.test/?next=${encodeURIComponent(`https://c.test/reset/${encoded}`)}`)}`,
      `https://a.test/#/route?token=${encoded}`,
    ]) {
      const told = redactUrl(url);
      const forms = [
        secret,
        encoded,
        encodeURIComponent(encoded),
        encodeURIComponent(encodeURIComponent(encoded)),
      ];
      expect([url, forms.filter((form) => told.includes(form))]).toEqual([url, []]);
    }
  });

  it('leaves what is harmless readable', () => {
    for (const url of [
      'https://a.test/products/42?page=2&sort=name',
      'https://a.test/?next=https%3A%2F%2Fb.test',
      'https://a.test/?next=https%3A%2F%2Fb.test%2Fa%3Fb%3D1',
      'http://a.test:8080/',
      'https://a.test/a%20b#top',
    ])
      expect(redactUrl(url)).toBe(url);
    expect(maskHeader('accept', 'text/html,application/xhtml+xml')).toBe(
      'text/html,application/xhtml+xml',
    );
    expect(maskHeader('cache-control', 'no-store')).toBe('no-store');
  });

  it('masks cookies and tokens in headers and keeps names and attributes', () => {
    const [secret] = secrets;
    expect(maskHeader('Cookie', `sid=${secret}; theme=dark`)).toBe(
      `sid=${preview(secret!)}; theme=dark`,
    );
    expect(maskHeader('Set-Cookie', `sid=${secret}; Path=/; HttpOnly`)).toBe(
      `sid=${preview(secret!)}; Path=/; HttpOnly`,
    );
    expect(maskHeader('Authorization', `Bearer ${secret}`)).toBe(`Bearer ${preview(secret!)}`);
    expect(maskHeader('x-anything', `v1 ${secret}`)).not.toContain(secret);
    expect(maskHeader('location', `/cb?code=${secret}`)).not.toContain(secret);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, value) => {
        expect(typeof maskHeader(name, value)).toBe('string');
        expect(typeof redactUrl(value)).toBe('string');
      }),
    );
  });
});
