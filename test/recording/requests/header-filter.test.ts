import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterHeaders } from '../../../src/recording/requests/header-filter.js';
import { forgetTexts } from '../../../src/engine/memo.js';
import { render } from '../../../src/engine/render.js';
import { LIMITS } from '../../../src/engine/settings.js';

describe('filterHeaders', () => {
  it('lower-cases names and lets go what can hold no credential', () => {
    const { headers } = filterHeaders([
      { name: 'User-Agent', value: 'x' },
      { name: 'Sec-CH-UA', value: 'x' },
      { name: 'Cookie', value: 'sid=1' },
      { name: 'X-Api-Key', value: 'k' },
      { name: 'Empty' },
    ]);
    expect(headers).toEqual([
      { name: 'cookie', value: 'sid=1' },
      { name: 'x-api-key', value: 'k' },
      { name: 'empty', value: '' },
    ]);
  });

  it.each([
    'authorization',
    'cookie',
    'set-cookie',
    'www-authenticate',
    'location',
    'origin',
    'referer',
    'cache-control',
    'clear-site-data',
    'strict-transport-security',
    'dpop',
    'x-csrf-token',
    'access-control-allow-origin',
    'access-control-allow-credentials',
    'sec-websocket-protocol',
    'sec-fetch-site',
    'sec-session-registration',
    'pragma',
    'expires',
    'vary',
    'content-type',
  ])('keeps %s', (name) => {
    expect(filterHeaders([{ name, value: 'v' }]).headers).toEqual([{ name, value: 'v' }]);
  });

  it('keeps of a policy what it says of frames', () => {
    const policy = "default-src 'self'; frame-ancestors 'none'; report-uri /r";
    const { headers } = filterHeaders([
      { name: 'Content-Security-Policy', value: policy },
      { name: 'Content-Security-Policy', value: "script-src 'self'" },
      { name: 'X-Frame-Options', value: 'DENY' },
    ]);
    expect(headers).toEqual([
      { name: 'content-security-policy', value: "frame-ancestors 'none'" },
      { name: 'x-frame-options', value: 'DENY' },
    ]);
  });

  it('splits the Set-Cookie lines that Firefox joins, and no other header', () => {
    const { headers } = filterHeaders([
      { name: 'Set-Cookie', value: 'a=1; Expires=Thu, 01 Jan 2026 00:00:00 GMT\nb=2' },
      { name: 'x-lines', value: 'a\nb' },
    ]);
    expect(headers.map(({ value }) => value)).toEqual([
      'a=1; Expires=Thu, 01 Jan 2026 00:00:00 GMT',
      'b=2',
      'a\nb',
    ]);
  });

  it('cuts a value at its limit and tells how much was there', () => {
    const { headers, diagnoses } = filterHeaders([
      { name: 'x', value: 'v'.repeat(LIMITS.headerValue + 1) },
    ]);
    expect(headers[0]!.value).toHaveLength(LIMITS.headerValue);
    expect(diagnoses.map(({ text }) => render(text))).toEqual([
      'The value of x is 65,537 characters long; only the first 65,536 were read.',
    ]);
  });

  it('gives the same header for the same line, until texts are let go', () => {
    const first = () => filterHeaders([{ name: 'X-Api-Key', value: 'k' }]).headers[0];
    const before = first();
    expect(first()).toBe(before);
    forgetTexts();
    expect(first()).not.toBe(before);
  });

  it('remembers no line with a password', () => {
    const value = `Basic ${btoa('ada:enchantress')}`;
    const first = () => filterHeaders([{ name: 'Authorization', value }]).headers[0];
    expect(first()).toEqual(first());
    expect(first()).not.toBe(first());
  });

  it('stays within the limit of a block, and tells of every header that it cut', () => {
    const header = fc.record({
      name: fc.constantFrom('a', 'set-cookie'),
      length: fc.nat(2 * LIMITS.headerValue),
    });
    fc.assert(
      fc.property(fc.array(header, { maxLength: 12 }), (list) => {
        const raw = list.map(({ name, length }) => ({ name, value: 'x'.repeat(length) }));
        const { headers, diagnoses } = filterHeaders(raw);
        const whole = headers.filter(({ value }) =>
          list.some(({ length }) => length === value.length),
        );
        expect(headers.reduce((sum, { value }) => sum + value.length, 0)).toBeLessThanOrEqual(
          LIMITS.headerBlock,
        );
        expect(whole.length + diagnoses.length).toBeGreaterThanOrEqual(list.length);
      }),
      { numRuns: 30 },
    );
  });
});
