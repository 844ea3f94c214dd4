import { describe, expect, it } from 'vitest';
import { LONG_AGO, readSetCookie } from '../../../src/engine/cookies/set-cookie.js';
import { read, NOW, HTTP, a } from '../../support/set-cookie-line.js';

const DAY = 86_400_000;

describe('a cookie that is stored', () => {
  it('has what the line says, and the host and the default path for what it does not', () => {
    expect(read('sid=1')).toEqual({
      name: 'sid',
      value: '1',
      attributes: {
        httpOnly: false,
        secure: false,
        sameSite: 'unset',
        domain: 'www.example.org',
        path: '/shop',
        hostOnly: true,
        partitioned: false,
        persistent: false,
      },
      rejections: [],
      diagnoses: [],
      written: [],
    });
  });

  it('has every attribute, in any case and with blanks around', () => {
    const line =
      'sid = 1 ;\tDOMAIN = .Example.ORG ; path\t=\t/a b;secure; httponly;SameSite= lAx ' +
      ';partitioned; max-age=60';
    expect(read(line)).toMatchObject({
      name: 'sid',
      value: '1',
      expiresAt: NOW + 60_000,
      attributes: {
        httpOnly: true,
        secure: true,
        sameSite: 'lax',
        domain: 'example.org',
        path: '/a b',
        hostOnly: false,
        partitioned: true,
        persistent: true,
      },
      rejections: [],
      diagnoses: [],
    });
  });

  it.each([
    ['foo', '', 'foo'],
    ['=foo', '', 'foo'],
    ['==foo', '', '=foo'],
    ['a=b=c', 'a', 'b=c'],
    ['a="b c"', 'a', '"b c"'],
    ['a\u00a0=\u00a0b', 'a\u00a0', '\u00a0b'],
    ['a=', 'a', ''],
  ])('%j is read as browsers do', (line, name, value) => {
    expect(read(line)).toMatchObject({ name, value, rejections: [] });
  });
});

describe('the time until which it is kept', () => {
  it.each([
    ['nothing', 'a=1', undefined],
    ['Max-Age', 'a=1; Max-Age=60', NOW + 60_000],
    ['a plus sign, as Chromium reads it', 'a=1; Max-Age=+60', NOW + 60_000],
    ['Max-Age of zero', 'a=1; Max-Age=0', LONG_AGO],
    ['Max-Age below zero', 'a=1; Max-Age=-7', LONG_AGO],
    [
      'Max-Age over Expires',
      'a=1; Max-Age=60; Expires=Fri, 01 Jan 2021 00:00:00 GMT',
      NOW + 60_000,
    ],
    [
      'Expires where Max-Age is none',
      'a=1; Max-Age=x; Expires=Fri, 01 Jan 2027 00:00:00 GMT',
      Date.UTC(2027, 0, 1),
    ],
    ['the last of two', 'a=1; Max-Age=60; Max-Age=120', NOW + 120_000],
    ['the last of two, though it is none', 'a=1; Max-Age=60; Max-Age=soon', undefined],
    ['a date that is none', 'a=1; Expires=tomorrow', undefined],
    [
      'the end of time for what lies behind it',
      `a=1; Max-Age=${'9'.repeat(400)}`,
      8_640_000_000_000_000,
    ],
  ])('%s', (_what, line, expiresAt) => {
    const cookie = read(line);
    expect(cookie.expiresAt).toBe(expiresAt);
    expect(cookie.attributes.persistent).toBe(expiresAt !== undefined);
  });
});

describe('plain RFC 6265', () => {
  const plain = (line: string, url = HTTP) => readSetCookie(line, url, NOW, 'rfc6265');

  it('has no nameless cookies', () => {
    expect(plain('foo').rejections).toHaveLength(1);
  });

  it.each(['a=1; Secure', '__Host-a=1', 'a=1; SameSite=None', 'a=1; Partitioned', `a=${a(5000)}`])(
    'takes %.30s',
    (line) => {
      expect(plain(line).rejections).toEqual([]);
    },
  );

  it('ends a line at a NUL', () => {
    expect(plain('a=1\x002; Secure')).toMatchObject({ value: '1', attributes: { secure: false } });
  });

  it('keeps a good attribute where a bad one follows', () => {
    expect(plain('a=1; Max-Age=60; Max-Age=soon').expiresAt).toBe(NOW + 60_000);
  });
});

it('keeps the cap to whoever stores: 400 days are asked for as they are', () => {
  expect(read('a=1; Max-Age=99999999').expiresAt).toBeGreaterThan(NOW + 400 * DAY);
});
