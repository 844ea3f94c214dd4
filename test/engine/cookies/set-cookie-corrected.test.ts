import { describe, expect, it } from 'vitest';
import { readSetCookie } from '../../../src/engine/cookies/set-cookie.js';
import { a, read } from '../../support/set-cookie-line.js';

describe('what a browser ignores or corrects', () => {
  it.each([
    ['a bad date', 'a=1; Expires=tomorrow', 'date-invalid'],
    ['a bad Max-Age', 'a=1; Max-Age=1.5', 'max-age-invalid'],
    ['a plus sign', 'a=1; Max-Age=+5', 'max-age-plus'],
    ['an unknown SameSite', 'a=1; SameSite=Sometimes', 'samesite-unknown'],
    ['a relative path', 'a=1; Path=shop', 'path-invalid'],
    ['a long attribute', `a=1; Path=/${a(1024)}`, 'attribute-too-long'],
    ['no name', 'token', 'nameless'],
    ['Secure=false', 'a=1; Secure=false', 'flag-value'],
    ['an attribute twice', 'a=1; Path=/; Path=/x', 'attribute-twice'],
    ['an unknown attribute', 'a=1; Sekure', 'attribute-unknown'],
    ['an empty Domain', 'a=1; Domain=', 'domain-empty'],
    [
      'two times that disagree',
      'a=1; Max-Age=60; Expires=Fri, 01 Jan 2027 00:00:00 GMT',
      'expires-overruled',
    ],
    ['more than 400 days', 'a=1; Max-Age=99999999', 'lifetime-capped'],
  ])('%s', (_what, line, code) => {
    expect(read(line).diagnoses.map((diagnosis) => diagnosis.code)).toEqual([code]);
  });

  it('warns of a nameless cookie that comes back with a name', () => {
    expect(read('=a=b').diagnoses.map(({ code }) => code)).toEqual(['nameless', 'nameless-equals']);
  });

  it('says nothing of the two times that delete, nor of two that agree', () => {
    expect(read('a=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT').diagnoses).toEqual([]);
    expect(read('a=1; Max-Age=86400; Expires=Fri, 02 Jan 2026 00:00:10 GMT').diagnoses).toEqual([]);
  });

  it('compares no date with a moment of which nobody knows when it was', () => {
    const line = 'a=1; Max-Age=60; Expires=Fri, 01 Jan 2027 00:00:00 GMT';
    expect(readSetCookie(line, 'https://shop.example/', 0).diagnoses).toEqual([]);
    const long = readSetCookie('a=1; Max-Age=99999999', 'https://shop.example/', 0);
    expect(long.diagnoses.map(({ code }) => code)).toEqual(['lifetime-capped']);
  });

  it('forgives clocks that differ by a minute, and no more', () => {
    const keys = (line: string) => read(line).diagnoses.map(({ text }) => text.key);
    const until = (time: string) => `a=1; Max-Age=86400; Expires=Fri, 02 Jan 2026 ${time} GMT`;
    expect(keys(until('00:01:00'))).toEqual([]);
    expect(keys(until('00:01:01'))).toEqual(['diagnosis_expires_overruled']);
    const age = (seconds: number) => `a=1; Max-Age=${400 * 86_400 + seconds}`;
    expect(keys(age(60))).toEqual([]);
    expect(keys(age(61))).toEqual(['diagnosis_lifetime_capped']);
  });

  it('keeps the valid attribute where a longer one follows', () => {
    expect(read(`a=1; Path=/x; Path=/${a(1024)}`).attributes.path).toBe('/x');
  });

  it(
    'never repeats a piece of the value: after a stray semicolon it stands where ' +
      'attributes do',
    () => {
      expect(JSON.stringify(read('session=abc;s3cr3t;x=t0k3n').diagnoses)).not.toMatch(
        /s3cr3t|t0k3n/,
      );
    },
  );

  it('says each thing once', () => {
    expect(
      read(`a=1${'; Max-Age=x; Sekure'.repeat(10_000)}`)
        .diagnoses.map(({ code }) => code)
        .toSorted(),
    ).toEqual(['attribute-twice', 'attribute-unknown', 'max-age-invalid']);
  });
});
