import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  withoutPasswords,
  withoutTextPasswords,
} from '../../../src/engine/normalize/without-passwords.js';
import { withoutHeaderPassword } from '../../../src/engine/normalize/header-password.js';

const P = 'correct-horse';

describe('an address', () => {
  it.each([
    [`https://ada:${P}@a.test/x`, 'https://a.test/x'],
    [`//ada:${P}@a.test/x`, '//a.test/x'],
    [`https:\\\\ada:${P}@a.test\\x`, 'https:\\\\a.test\\x'],
    [`app://ada:${P}@a.test/x`, 'app://a.test/x'],
    [
      `https://a.test/login?user=ada&password=${P}&x=1#top`,
      'https://a.test/login?user=ada&password=***&x=1#top',
    ],
    [`https://a.test/?pass%77ord=${P}`, 'https://a.test/?pass%77ord=***'],
    [
      `https://a.test/?${encodeURIComponent('пароль')}=${P}`,
      `https://a.test/?${encodeURIComponent('пароль')}=***`,
    ],
    [`https://a.test/?mot+de+passe=${P}`, 'https://a.test/?mot+de+passe=***'],
    [`https://a.test/#user=a&pwd=${P}/x`, 'https://a.test/#user=a&pwd=***'],
    [`https://a.test/#/login?pwd=${P}`, 'https://a.test/#/login?pwd=***'],
    [`https://a.test/x;pwd=${P}/y`, 'https://a.test/x;pwd=***/y'],
    [`https://a.test/?a=1;pwd=${P}`, 'https://a.test/?a=1;pwd=***'],
    [`https://a.test/?next=/x?pwd=${P}`, 'https://a.test/?next=/x?pwd=***'],
    [
      `https://a.test/?next=${encodeURIComponent(`/x?pwd=${P}`)}`,
      `https://a.test/?next=${encodeURIComponent('/x?pwd=***')}`,
    ],
    [
      `https://a.test/?q=${encodeURIComponent(`{"user":"a","password":"${P}"}`)}`,
      `https://a.test/?q=${encodeURIComponent('{"user":"a","password":"***"}')}`,
    ],
    [
      `https://a.test/graphql?query=mutation{login(password:"${P}"){id}}`,
      'https://a.test/graphql?query=mutation{login(password:"***"){id}}',
    ],
  ])('%s is kept as %s', (url, kept) => {
    expect(withoutPasswords(url)).toBe(kept);
    expect(withoutPasswords(kept)).toBe(kept);
  });

  it.each([
    'https://a.test/@ada/posts?page=2',
    'https://a.test/?compass=north&q=a%20b#top',
    'https://a.test/?next=https%3a%2f%2fb.test%2F%3fa%3D1',
    'https://a.test/?password=',
    'mailto:ada@a.test',
    'about:blank',
    'https://a.test/$&?x=$1',
    '',
  ])('%s stays as it is written', (url) => {
    expect(withoutPasswords(url)).toBe(url);
  });

  it('knows more names where a page told them', () => {
    expect(withoutPasswords('/login?token=abc&x=1', (name) => name === 'token')).toBe(
      '/login?token=***&x=1',
    );
  });

  it('never holds the password that it was made with', () => {
    const name = fc.constantFrom(
      'password',
      'pwd',
      'senha',
      '비밀번호',
      'user[pass]',
      'newPassword',
    );
    const inside = fc.array(fc.constantFrom('/x?next=', 'https://b.test/#/r?u=', '?q='), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(
        name,
        fc.stringMatching(/^[A-Z0-9@:/?#]{12,20}$/),
        inside,
        (field, secret, around) => {
          const login = `https://a.test/in?${encodeURIComponent(field)}=${encodeURIComponent(secret)}&b=2`;
          const url = around.reduce((inner, outer) => outer + encodeURIComponent(inner), login);
          let kept = withoutPasswords(url);
          for (let layer = 0; layer < 5; layer++) {
            expect(kept).not.toContain(secret);
            kept = decodeURIComponent(kept);
          }
        },
      ),
    );
  });
});

describe('a text', () => {
  it.each([
    ['user=ada&pwd=x1', 'user=ada&pwd=***'],
    ['{"a":{"userPass":"x\\"y"},"b":"c"}', '{"a":{"userPass":"***"},"b":"c"}'],
    [
      'mutation { login(input: {email: "a", senha : "x"}) { id } }',
      'mutation { login(input: {email: "a", senha : "***"}) { id } }',
    ],
    ['mutation{in(pwd:"""a "b" c"""){id}}', 'mutation{in(pwd:"""***"""){id}}'],
    ['{\\"pwd\\":\\"x1\\",\\"a\\":\\"b\\"}', '{\\"pwd\\":\\"***\\",\\"a\\":\\"b\\"}'],
    ['{"pwd":"never ends', '{"pwd":"***'],
    ['{"compass":"north"}', '{"compass":"north"}'],
    ['plain words: none', 'plain words: none'],
  ])('%s is kept as %s', (source, kept) => {
    expect(withoutTextPasswords(source)).toBe(kept);
  });
});

it.each([
  ['referer', `https://a.test/login?password=${P}`, 'https://a.test/login?password=***'],
  ['location', `/x?pwd=${P}`, '/x?pwd=***'],
  ['x-user-password', P, '***'],
  ['x-pass-through', P, P],
  ['cookie', `password=${P}`, `password=${P}`],
  ['accept', '*/*', '*/*'],
])('the header %s: %s is kept as %s', (name, value, kept) => {
  expect(withoutHeaderPassword(name, value)).toBe(kept);
});
