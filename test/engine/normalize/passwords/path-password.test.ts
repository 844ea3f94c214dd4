import { describe, expect, it } from 'vitest';
import { withoutHeaderPassword } from '../../../../src/engine/normalize/passwords/header-password.js';
import {
  pathPasswordOf,
  withoutPathPasswords,
} from '../../../../src/engine/normalize/passwords/path-password.js';
import { withoutPasswords } from '../../../../src/engine/normalize/passwords/without-passwords.js';

const AT = 'https://shop.test';

describe('the path of an address', () => {
  it.each([
    ['/login/email/a@b.co/pass/Zebra7mountain/format/json', 'Zebra7mountain', 'pass'],
    ['/login/email/a%40b.co/pass/zebramountain/format/json', 'zebramountain', 'pass'],
    ['/user/ann/password/Zebra7mountain/x', 'Zebra7mountain', 'password'],
    ['/user/ann/password/zebra', 'zebra', 'password'],
    ['/user/42/password/Zebra7', 'Zebra7', 'password'],
    ['/username/ann/pwd/zebra', 'zebra', 'pwd'],
    ['/api/usuario/ana/senha/cavalo', 'cavalo', 'senha'],
    ['/usuario/ana/contrase%C3%B1a/caballo7', 'caballo7', 'contraseña'],
    ['/benutzer/ann/kennwort/Zebra7', 'Zebra7', 'kennwort'],
    ['/uzytkownik/ann/hasło/konik7', 'konik7', 'hasło'],
    ['/kullanici/ann/şifre/at', 'at', 'şifre'],
    ['/user/ann/пароль/лошадь', 'лошадь', 'пароль'],
    ['/사용자/ann/비밀번호/horse', 'horse', '비밀번호'],
    ['/user/ann/pin/1234', '1234', 'pin'],
    ['/user/ann/newpassword/zebra', 'zebra', 'newpassword'],
    ['/login/ann/pass/Zebra7', 'Zebra7', 'pass'],
    ['/user/ann/password/new-horse-7', 'new-horse-7', 'password'],
    ['/auth/password/Zebra7!', 'Zebra7!', 'password'],
  ])('loses the password of %s', (path, password, name) => {
    const clean = withoutPasswords(AT + path);
    expect(clean).toBe(AT + path.replace(`/${password}`, '/***'));
    expect(pathPasswordOf(clean)).toBe(name);
    expect(withoutPasswords(clean)).toBe(clean);
  });

  it.each([
    ['by its looks alone', '/api/password/Zebra7mountain', '/api/password/***'],
    ['of an application', '/client/shop/secret/Zebra7mountain', '/client/shop/secret/***'],
    ['in a fragment', '/#/user/ann/password/Zebra7?a=1', '/#/user/ann/password/***?a=1'],
    ['in a query', '/i.php?/user/ann/pass/zebra&a=1', '/i.php?/user/ann/pass/***&a=1'],
  ])('loses one %s', (_what, path, clean) => {
    expect(withoutPasswords(AT + path)).toBe(AT + clean);
    expect(pathPasswordOf(AT + clean)).toBeUndefined();
  });

  it.each([
    '/password/reset',
    '/password/forgot',
    '/password/email',
    '/account/password/change',
    '/account/ann/password/change',
    '/user/ann/password/reset',
    '/user/ann/password/reset-form2',
    '/user/42/password/overview',
    '/users/password/new',
    '/users/password/edit',
    '/users/42/password/history',
    '/user/settings/password/zebra',
    '/user/password/zebra',
    '/secret/list',
    '/client/shop/secret/database',
    '/secret/Zebra7mountain',
    '/password/strength.min.js',
    '/password/4.2.1/x',
    '/password/v2',
    '/password/reset/8c1f2e7a9b3d4f60a1',
    '/password/8c1f2e7a9b3d4f60a1',
    '/password/5f0c6d7e-1a2b-4c3d-8e9f-0a1b2c3d4e5f',
    '/password/top-10-passwords-of-2026',
    '/password/ann7@shop.test',
    '/password/482913',
    '/passwords/Zebra7mountain',
    '/reset-password/Zebra7mountain',
    '/pass/weekend2026',
    '/clave/ABC-123x',
    '/parole/Zebra7',
    '/user/ann/pin/834723984723',
    '/pin/834723984723',
    '/user/ann/compass/zebra',
    '/user/ann/password/{password}',
    '/user/ann/password/:password',
    '/user/ann/password/',
    '/user/ann/password/забыли',
    '/user/ann/password/재설정',
  ])('keeps %s', (path) => {
    expect(withoutPathPasswords(AT + path)).toBe(AT + path);
    expect(pathPasswordOf(AT + path)).toBeUndefined();
  });

  it('is that of a page that a request comes from as well', () => {
    const path = `${AT}/user/ann/password/zebra`;
    expect(withoutHeaderPassword('referer', path)).toBe(`${AT}/user/ann/password/***`);
    expect(withoutHeaderPassword('x-note', path)).toBe(path);
  });
});
