import { describe, expect, it } from 'vitest';
import {
  isBasic,
  sentPasswords,
  type WrittenRequest,
} from '../../../../src/engine/normalize/passwords/sent-passwords.js';

const FORM = 'application/x-www-form-urlencoded';

function read(request: Partial<WrittenRequest>) {
  const { passwords, others } = sentPasswords({ url: 'https://a.test/', headers: [], ...request });
  return { passwords: [...passwords], others };
}

const form = (fields: Record<string, string>) => ({
  body: { mimeType: FORM, text: new URLSearchParams(fields).toString() },
});

describe('the passwords of a request', () => {
  it.each([
    ['of a form', form({ user: 'ada', pass: 'a+b c&d' }), 'a+b c&d'],
    [
      'of JSON',
      { body: { mimeType: 'application/json', text: '{"user":"ada","password":"a\\"b"}' } },
      'a"b',
    ],
    ['in a text of a form', form({ user: 'ada', q: 'user=x&pwd=a%26b&go=1' }), 'a&b'],
    [
      'of a query of GraphQL',
      form({ user: 'ada', query: 'mutation { login(password: "a b") }' }),
      'a b',
    ],
    ['in an address', { url: 'https://a.test/?user=ada&password=a%26b' }, 'a&b'],
    ['before a host', { url: 'https://ada:a%3Ab@a.test/' }, 'a:b'],
    [
      'of HTTP Basic',
      { headers: [{ name: 'Authorization', value: `Basic ${btoa('ada:a:b')}` }] },
      'a:b',
    ],
  ])('are told: %s', (_where, request, expected) => {
    const { passwords, others } = read(request);
    expect(passwords).toContain(expected);
    expect(others).toContain('ada');
    expect(others).not.toContain(expected);
  });

  it('are none where none is named, or a sanitizer took it out', () => {
    expect(read(form({ q: 'horse' })).passwords).toEqual([]);
    expect(read(form({ password: '[REDACTED]' })).passwords).toEqual([]);
    expect(read({ headers: [{ name: 'authorization', value: 'Basic ???' }] }).passwords).toEqual(
      [],
    );
  });

  it('are another field as well, where that says the same', () => {
    expect(read(form({ user: 'ada', password: 'ada' }))).toEqual({
      passwords: ['ada'],
      others: ['ada'],
    });
    expect(read({ url: 'https://a.test/?user=ada&password=ada' }).others).toContain('ada');
  });
});

describe('a header with name and password', () => {
  it('is that of HTTP Basic', () => {
    expect(isBasic({ name: 'Proxy-Authorization', value: 'basic YTpi' })).toBe(true);
    expect(isBasic({ name: 'authorization', value: 'Bearer YTpi' })).toBe(false);
    expect(isBasic({ name: 'cookie', value: 'Basic YTpi' })).toBe(false);
  });
});
