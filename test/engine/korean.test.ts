import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastSound, particleAt } from '../../src/engine/korean.js';
import { render } from '../../src/engine/render.js';
import { text } from '../../src/engine/text.js';
import { tellCommon, tellName, tellPlace } from '../../src/engine/values/telling/redact.js';

const PAIRS = ['은(는)', '이(가)', '을(를)', '과(와)', '(으)로', '(이)라'];
const FORMS = {
  vowel: ['는', '가', '를', '와', '로', '라'],
  rieul: ['은', '이', '을', '과', '로', '이라'],
  consonant: ['은', '이', '을', '과', '으로', '이라'],
};

describe('the last sound', () => {
  it.each([
    // Hangul, by its final consonant.
    ['쿠키', 'vowel'],
    ['토큰', 'consonant'],
    ['메일', 'rieul'],
    // Digits by their names, powers of ten, 조.
    ['0', 'consonant'],
    ['1', 'rieul'],
    ['2', 'vowel'],
    ['3', 'consonant'],
    ['14', 'vowel'],
    ['6', 'consonant'],
    ['7', 'rieul'],
    ['1,000', 'consonant'],
    ['1,000,000,000,000', 'vowel'],
    // Letters by their names.
    ['JWT', 'vowel'],
    ['SAML', 'rieul'],
    ['csrf', 'vowel'],
    ['POST /n', 'consonant'],
    ['x-r', 'rieul'],
    ['PHPSESSID', 'vowel'],
    // Words as they are read.
    ['token', 'consonant'],
    ['accessToken', 'consonant'],
    ['remember_me', 'vowel'],
    ['theme', 'consonant'],
    ['SameSite=None', 'consonant'],
    ['SameSite=Lax', 'vowel'],
    ['SameSite=Strict', 'vowel'],
    ['title', 'rieul'],
    ['email', 'rieul'],
    ['GET /track', 'consonant'],
    ['POST /login', 'consonant'],
    ['POST /logout', 'vowel'],
    ['bucket', 'consonant'],
    ['connect.sid', 'vowel'],
    ['example.com', 'consonant'],
    ['server', 'vowel'],
    // Symbols that are read, marks that are not, and what brackets add.
    ['100%', 'vowel'],
    ['GET /', 'vowel'],
    ['“토큰”', 'consonant'],
    ['sid…', 'vowel'],
    ['x-app-token (header)', 'consonant'],
    ['토큰(sid)', 'consonant'],
    ['(토큰)', 'consonant'],
    // Other scripts have no rule.
    ['日本', 'vowel'],
    ['', undefined],
    ['…', undefined],
  ] as const)('of %s is a %s', (told, sound) => {
    expect(lastSound(told)).toBe(sound);
  });

  it('is one for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (told) => {
        expect(['vowel', 'rieul', 'consonant', undefined]).toContain(lastSound(told));
      }),
    );
  });
});

describe.each([
  ['쿠키', 'vowel'],
  ['메일', 'rieul'],
  ['토큰', 'consonant'],
] as const)('particles after %s', (told, sound) => {
  it.each(PAIRS.map((pair, at) => [pair, FORMS[sound][at]]))('%s is %s', (pair, chosen) => {
    expect(particleAt(`${pair} 뒤`, 0, told)).toEqual({ written: pair, chosen });
  });
});

describe('a sentence', () => {
  const said = (korean: string, name: string) =>
    render(text('k', '{name}', { name: tellName(name) }), (key) =>
      key === 'k' ? korean : undefined,
    );

  it.each([
    ['{name}은(는) 남았습니다', 'sid', 'sid는 남았습니다'],
    ['“{name}”이(가) 남았습니다', 'token', '“token”이 남았습니다'],
    ['토큰({name})이(가) 남았습니다', 'sid', '토큰(sid)\u2060이 남았습니다'],
    ['{name}(으)로 전송', 'email', 'email로 전송'],
    // Nothing that is read: the pair stays.
    ['{name}은(는) 남았습니다', '…', '…은(는) 남았습니다'],
    // A name that looks like a pair is a name.
    ['{name} 값', 'a은(는)', 'a은(는) 값'],
  ])('%s of %s', (korean, name, sentence) => {
    expect(said(korean, name)).toBe(sentence);
  });

  it('says words of our own in the language of the reader, and names as they are', () => {
    const translate = (key: string) =>
      ({
        language: 'ko',
        k: '{place}(으)로, {format}',
        word_header: '헤더',
        word_opaque: '불투명',
      })[key];
    const place = tellPlace(tellName('x-header'), 'header');
    const told = text('k', 'as {place}, {format}', { place, format: tellCommon('opaque') });
    expect(render(told, translate)).toBe('x-header (헤더)\u2060로, 불투명');
    expect(render(told)).toBe('as x-header (header), opaque');
  });

  it('says numbers and lengths of time as the reader does', () => {
    const translate = (key: string) =>
      ({ language: 'ko', k: '{n}개, {span}', unit_d: '{count}일' })[key];
    const told = { n: 2003, span: '1825 d' } as const;
    expect(render(text('k', '{n} of {span}', told), translate)).toBe('2,003개, 1,825일');
    expect(render(text('k', '{n} of {span}', told))).toBe('2,003 of 1,825 d');
  });
});

describe('the Korean catalogue', () => {
  const catalogue = JSON.parse(readFileSync('_locales/ko/messages.json', 'utf8')) as Record<
    string,
    { message: string }
  >;
  const said = Object.entries(catalogue).map(([key, { message }]) => [key, message] as const);

  it('fixes no particle to what is filled in', () => {
    const FIXED =
      /(?:\{\w+\}|\$\d)[”’"]?(?:과|와|이|가|을|를|은|는|으로|로|이?라[고는며])(?=[ ,.:;]|$)/;
    expect(said.filter(([, message]) => FIXED.test(message))).toEqual([]);
  });

  it('leaves a choice of particles to what is filled in alone', () => {
    const LEFT =
      /(?<!\}|\$\d)(?<![”’"`)\]])(?:은\(는\)|이\(가\)|을\(를\)|[과와]\([와과]\)|\(으\)로)/;
    expect(said.filter(([, message]) => LEFT.test(message))).toEqual([]);
  });

  it('has one word for one thing', () => {
    expect(
      said.filter(([, message]) =>
        /접근 토큰|엑세스|리프레시 토큰|(?<!<)\b(?:access|refresh|ID) token/.test(message),
      ),
    ).toEqual([]);
  });
});
