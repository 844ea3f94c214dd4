import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isCookiesText,
  readCookiesText,
} from '../../../../src/engine/normalize/sources/cookies-text.js';

const HEADER = '# Netscape HTTP Cookie File\n# https://curl.se/docs/http-cookies.html\n\n';
const lineOf = (...fields: (string | number)[]) => fields.join('\t');
const SID = lineOf('#HttpOnly_.shop.test', 'TRUE', '/', 'TRUE', 1_800_000_000, 'sid', 'v');
const THEME = lineOf('www.shop.test', 'FALSE', '/a', 'FALSE', 0, 'theme', 'dark');

describe('cookies.txt', () => {
  it('is known by its first line, or by its cookies', () => {
    for (const text of [HEADER, `# HTTP Cookie File\n${SID}`, SID, `\n# saved\n${THEME}`])
      expect(isCookiesText(text)).toBe(true);
    for (const text of ['', '# a comment', 'a\tb\tc', '{"cookies":[]}', 'name\tvalue\n1\t2'])
      expect(isCookiesText(text)).toBe(false);
  });

  it('says who gets a cookie, whether scripts can read it, and when it ends', () => {
    const { value, diagnoses } = readCookiesText(`${HEADER}${SID}\r\n${THEME}\r\n`);
    expect(value.cookies).toEqual([
      {
        name: 'sid',
        value: 'v',
        domain: '.shop.test',
        path: '/',
        hostOnly: false,
        secure: true,
        httpOnly: true,
        expires: 1_800_000_000,
      },
      {
        name: 'theme',
        value: 'dark',
        domain: 'www.shop.test',
        path: '/a',
        hostOnly: true,
        secure: false,
        httpOnly: false,
        expires: -1,
      },
    ]);
    expect(diagnoses).toEqual([]);
  });

  it('leaves HttpOnly unknown where no line speaks of it', () => {
    expect(readCookiesText(THEME).value.cookies[0]).not.toHaveProperty('httpOnly');
  });

  it('may have an empty value, and one with tabs', () => {
    const values = readCookiesText(
      [lineOf('a.test', 'TRUE', '/', 'TRUE', 0, 'a', ''), `${THEME}\tmore`].join('\n'),
    ).value.cookies.map((cookie) => cookie.value);
    expect(values).toEqual(['', 'dark\tmore']);
  });

  it('says how many lines hold no cookie', () => {
    const { value, diagnoses } = readCookiesText(`${HEADER}${SID}\noops\n${SID.slice(0, 20)}`);
    expect(value.cookies).toHaveLength(1);
    expect(diagnoses.map(({ code, detail }) => [code, detail])).toEqual([
      ['cookie-lines', { count: 2 }],
    ]);
  });

  it('gives back any cookie, and reads any text', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '=', ' ', '"', '%', 'é') });
    fc.assert(
      fc.property(field, field, fc.boolean(), (name, value, secure) => {
        const line = lineOf('a.test', 'TRUE', '/', secure ? 'TRUE' : 'FALSE', 0, name, value);
        const [cookie] = readCookiesText(`${HEADER}${line}`).value.cookies;
        expect(cookie).toMatchObject({ name, value, secure });
      }),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('\t', 'TRUE', '\n', '#', '0', 'a') }),
        (text) => {
          isCookiesText(text);
          expect(readCookiesText(text).value.cookies.length).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('may be one very long line', () => {
    expect(readCookiesText('a.b:'.repeat(200_000)).value.cookies).toEqual([]);
    expect(isCookiesText('\t'.repeat(200_000))).toBe(false);
  });
});
