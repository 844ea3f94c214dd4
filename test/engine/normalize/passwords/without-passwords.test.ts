import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutPasswords } from '../../../../src/engine/normalize/passwords/without-passwords.js';
import { JSON_TEXTS, P } from '../../../support/password-texts.js';

const twice = (text: string) => encodeURIComponent(encodeURIComponent(text));

describe('a signed token', () => {
  const part = 'aQ3xZ7Lk9wPm2Vr5Tn8Y';
  const jwt = `eyJ${part}.eyJ${part}.${part}`;

  it('is nobody’s password, whatever its parameter is called', () => {
    const url = `https://a.test/stream?pass=${jwt}&a=1`;
    expect(withoutPasswords(url)).toBe(url);
  });

  it.each([`${jwt}x y`.replace(' ', '%20'), part, `eyJ${part}`, `a${jwt}`, `${jwt}.b`])(
    'is nothing that is only written like one: %s',
    (value) => {
      expect(withoutPasswords(`https://a.test/?pass=${value}`)).toBe('https://a.test/?pass=***');
    },
  );
});

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
    [`https://proxy.test/https://ada:${P}@b.test/x`, 'https://proxy.test/https://b.test/x'],
    [`https://proxy.test/https:/ada:${P}@b.test/x`, 'https://proxy.test/https:/b.test/x'],
    [`https://proxy.test/?https://ada:${P}@b.test/x`, 'https://proxy.test/?https://b.test/x'],
    [`https://proxy.test/#https://ada:${P}@b.test/x`, 'https://proxy.test/#https://b.test/x'],
    [`https://proxy.test/?u=https://ada:${P}@b.test/x`, 'https://proxy.test/?u=https://b.test/x'],
    [`https://proxy.test/ftp://ada:${P}@b.test/x`, 'https://proxy.test/ftp://b.test/x'],
    [
      `https://proxy.test/${encodeURIComponent(`https://ada:${P}@b.test/?pwd=${P}`)}`,
      `https://proxy.test/${encodeURIComponent('https://b.test/?pwd=***')}`,
    ],
    [
      `https://a.test/?next=${twice(`/login?password=${P}&x=1`)}`,
      `https://a.test/?next=${twice('/login?password=***&x=1')}`,
    ],
    [
      `https://a.test/?continue=${encodeURIComponent(twice(`/login?password=${P}`))}`,
      `https://a.test/?continue=${encodeURIComponent(twice('/login?password=***'))}`,
    ],
    [
      `https://a.test/?${twice('user[password]')}=${P}`,
      `https://a.test/?${twice('user[password]')}=***`,
    ],
    [`https://a.test/${twice(`?password=${P}`)}`, `https://a.test/${twice('?password=***')}`],
    ...JSON_TEXTS.map(([source, kept]): [string, string] => [
      `https://a.test/?q=${encodeURIComponent(source)}&b=2`,
      `https://a.test/?q=${encodeURIComponent(kept)}&b=2`,
    ]),
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
    'https://a.test/npm:/@ada/b@1.2.3/x',
    'https://a.test/https://b.test/@ada/posts',
    `https://a.test/?q=${encodeURIComponent('{"passport":"A1","compass":["N"],"pin":{"lat":1}}')}`,
    'https://a.test/?q=' +
      `${encodeURIComponent('[{"type":"pin","value":"red"},{"name":"passenger","value":"x"}]')}`,
    `https://a.test/?q=${encodeURIComponent('{ "sub" : "a@b.test", "n": 12345678901234567890 }')}`,
    'https://a.test/cb?code=abc&state=%257B%2522a%2522%253A1%257D',
    'https://a.test/?next=%252Fa%253Fb%253Dc&bypass=1&passenger=2',
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
          const login =
            `https://a.test/in?${encodeURIComponent(field)}=` + encodeURIComponent(secret) + '&b=2';
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

it.each([
  [`https://a.test/query?u=ada&p=${P}&q=1`, 'https://a.test/query?u=ada&p=***&q=1'],
  [`/rest/ping.view?p=${P}&u=ada`, '/rest/ping.view?p=***&u=ada'],
  ['/list?u=ada&p=12', '/list?u=ada&p=12'],
  ['/list?p=about-us', '/list?p=about-us'],
  ['/share?u=https%3A%2F%2Fa.test&p=home', '/share?u=https%3A%2F%2Fa.test&p=home'],
])('%s, which names by first letters, is kept as %s', (address, kept) => {
  expect(withoutPasswords(address)).toBe(kept);
});
