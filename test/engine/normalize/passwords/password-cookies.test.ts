import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { form, told } from '../../../support/told-password-cookies.js';

const hex = (text: string) => bytesToHex(utf8ToBytes(text));
const base64 = (text: string) => btoa(String.fromCharCode(...utf8ToBytes(text)));

const SECRET = 'Corr3ct:horse';

describe('a cookie that holds the password', () => {
  it.each([
    ['as it was typed', 'plain', SECRET],
    ['percent-encoded', 'encoded', encodeURIComponent(SECRET)],
    ['percent-encoded twice', 'encoded', encodeURIComponent(encodeURIComponent(SECRET))],
    ['in base64', 'encoded', base64(SECRET)],
    ['in base64 without padding', 'encoded', base64(SECRET).replace(/=+$/, '')],
    [
      'in base64, percent-encoded and in quotes',
      'encoded',
      `"${encodeURIComponent(base64(SECRET))}"`,
    ],
    ['beside a user and an application', 'encoded', base64(`ada:${SECRET}:app`)],
    ['in hex, as Zope writes it', 'encoded', base64(`${hex('ada')}:${hex(SECRET)}`)],
    ['in hex, as Citadel writes it', 'encoded', hex(`||ada|${SECRET}|Lobby|`)],
    ['in hex in capitals', 'encoded', hex(SECRET).toUpperCase()],
    ['in JSON', 'plain', `{"u":"ada","p":"${SECRET}"}`],
    ['in JSON in base64', 'encoded', base64(JSON.stringify({ u: 'ada', p: SECRET }))],
    [
      'in the claims of a token',
      'encoded',
      `eyJhbGciOiJIUzI1NiJ9.${base64(JSON.stringify({ p: SECRET }))}.x`,
    ],
    ['as SASL writes it', 'encoded', base64(`\0ada\0${SECRET}`)],
    ['in what PHP serialized', 'encoded', encodeURIComponent(`a:1:{s:1:"p";s:13:"${SECRET}";}`)],
    ['as MD5', 'hash', bytesToHex(md5(utf8ToBytes(SECRET)))],
    ['as MD5 in capitals', 'hash', bytesToHex(md5(utf8ToBytes(SECRET))).toUpperCase()],
    ['as SHA-1', 'hash', bytesToHex(sha1(utf8ToBytes(SECRET)))],
    ['as SHA-256', 'hash', bytesToHex(sha256(utf8ToBytes(SECRET)))],
    ['as SHA-512', 'hash', bytesToHex(sha512(utf8ToBytes(SECRET)))],
    ['as SHA-1 in base64', 'hash', btoa(String.fromCharCode(...sha1(utf8ToBytes(SECRET))))],
    ['as MD5 of MD5', 'hash', bytesToHex(md5(utf8ToBytes(bytesToHex(md5(utf8ToBytes(SECRET))))))],
    ['as MD5 behind a number', 'hash', `2-${bytesToHex(md5(utf8ToBytes(SECRET)))}`],
    ['as MD5 in base64 of a list', 'hash', base64(`2:${bytesToHex(md5(utf8ToBytes(SECRET)))}`)],
  ])('is told: %s', (_how, held, value) => {
    expect(told(form(SECRET), `auth=${value}; Path=/; HttpOnly`)).toEqual([{ name: 'auth', held }]);
  });

  it.each([
    [
      'in JSON',
      { mimeType: 'application/json', text: JSON.stringify({ user: 'ada', password: SECRET }) },
    ],
    [
      'in JSON that is deep',
      { mimeType: 'application/json', text: JSON.stringify({ a: { login: { passwd: SECRET } } }) },
    ],
    [
      'in a form of parts',
      {
        mimeType: 'multipart/form-data; boundary=x',
        text: `--x\r\nContent-Disposition: form-data; name="pwd"\r\n\r\n${SECRET}\r\n--x--\r\n`,
      },
    ],
    [
      'in a text in a form',
      {
        text: new URLSearchParams({
          data: new URLSearchParams({ user: 'a', pwd: SECRET }).toString(),
        }).toString(),
      },
    ],
    [
      'in an address',
      { url: `https://shop.example/login?user=ada&pass=${encodeURIComponent(SECRET)}` },
    ],
    ['before a host', { url: `https://ada:${encodeURIComponent(SECRET)}@shop.example/` }],
    ['as HTTP Basic', { authorization: `Basic ${base64(`ada:${SECRET}`)}` }],
  ])('is told where the password is %s', (_where, sent) => {
    expect(told(sent, `auth=${base64(`ada:${SECRET}`)}`)).toEqual([
      { name: 'auth', held: 'encoded' },
    ]);
  });

  it('is told where it was sent beside the password', () => {
    expect(told({ ...form(SECRET), cookie: `theme=dark; pw=${SECRET}` })).toEqual([
      { name: 'pw', held: 'plain' },
    ]);
  });

  it('is told once, of several in one line as well', () => {
    const lines = `a=1234; Path=/\nauth=${SECRET}; Path=/\nauth=${SECRET}; Path=/x`;
    expect(told(form(SECRET), lines)).toEqual([{ name: 'auth', held: 'plain' }]);
  });

  it('is told of a password in other letters, and of one with a space', () => {
    const passwords = ['пароль-7', '비밀번호77', 'correct horse 7'];
    const found = passwords.map((one) =>
      told(form(one), `auth=${new URLSearchParams({ p: one }).toString().slice(2)}`),
    );
    expect(found.map(([one]) => one?.held)).toEqual(['encoded', 'encoded', 'plain']);
  });

  it('is told of a hash that the page sent as the password', () => {
    const digest = bytesToHex(md5(utf8ToBytes('hunter2')));
    expect(told(form(digest), `pass_hash=${digest}`)).toEqual([
      { name: 'pass_hash', held: 'hash' },
    ]);
  });

  it.each([
    ['under the name of one', 'pass=secret'],
    ['under such a member', `auth=${base64('{"user":"x","pass":"secret"}')}`],
    ['beside the user', `auth=${base64('ada:secret:app')}`],
    ['before the user', `auth=${base64('secret|ada')}`],
    ['as a hash', `auth=${bytesToHex(md5(utf8ToBytes('secret')))}`],
  ])('is told of an ordinary word %s', (_where, line) => {
    expect(told(form('secret'), line)).toHaveLength(1);
  });
});
