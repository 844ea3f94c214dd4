import { expect, it } from 'vitest';
import { withoutHeaderPassword } from '../../../../src/engine/normalize/passwords/header-password.js';
import { P } from '../../../support/password-texts.js';

it.each([
  ['referer', `https://a.test/login?password=${P}`, 'https://a.test/login?password=***'],
  ['location', `/x?pwd=${P}`, '/x?pwd=***'],
  ['x-user-password', P, '***'],
  ['x-original-url', `/login?password=${P}`, '/login?password=***'],
  ['x-forwarded-uri', `https://ada:${P}@a.test/?pwd=${P}`, 'https://a.test/?pwd=***'],
  ['x-auth', `user=a;password=${P}`, 'user=a;password=***'],
  ['x-auth', `user=a, password=${P}`, 'user=a, password=***'],
  ['x-json', `{"password":"${P}","a":1}`, '{"password":"***","a":1}'],
  [':authority', `ada:${P}@a.test`, 'a.test'],
  ['set-cookie', `password=${P}`, `password=${P}`],
  ['authorization', 'Bearer a.b-c_d==', 'Bearer a.b-c_d=='],
  [
    'authorization',
    'Digest username="ada", uri="/?a=b", response="0f"',
    'Digest username="ada", uri="/?a=b", response="0f"',
  ],
  ['strict-transport-security', 'max-age=1; preload', 'max-age=1; preload'],
  ['link', '</x>; rel="preload"; as=script', '</x>; rel="preload"; as=script'],
  ['x-pass-through', P, P],
  ['cookie', `password=${P}`, `password=${P}`],
  ['accept', '*/*', '*/*'],
])('the header %s: %s is kept as %s', (name, value, kept) => {
  expect(withoutHeaderPassword(name, value)).toBe(kept);
});
