import { describe, expect, it } from 'vitest';
import {
  isAccountAct,
  isAccountPlace,
  isAccountWord,
} from '../../../../src/engine/moments/login/account-words.js';

describe('an address that makes an account or sets a password', () => {
  it.each([
    '/api/reguser',
    '/api/registerUser',
    '/user_register.php',
    '/api/createUser',
    '/newAccount',
    '/auth/create',
    '/users/add',
    '/kayit',
    '/uye-ol',
    '/inscription',
    '/creer-un-compte',
    '/registrar',
    '/registro.php',
    '/cadastre-se',
    '/api/daftar',
    '/api/QuanLyNguoiDung/DangKy',
    '/%E6%B3%A8%E5%86%8C',
    '/wp-login.php?action=register',
    '/api/user/resetPassword',
  ])('%s', (path) => {
    expect(isAccountAct(`https://shop.test${path}`)).toBe(true);
  });

  it.each([
    '/login',
    '/api/auth/login',
    '/session/create',
    '/token/create',
    '/login/create',
    '/user/authenticate',
    '/users/sign_in',
    '/account/login',
    '/cash-register/items',
    '/registered',
    '/oauth/token',
    '/api/users/current',
    '/wp-login.php?action=login',
  ])('none is %s', (path) => {
    expect(isAccountAct(`https://shop.test${path}`)).toBe(false);
  });

  it('may go on behind the word', () => {
    expect(isAccountPlace('https://shop.test/register/step2')).toBe(true);
    expect(isAccountPlace('https://shop.test/register/with-email')).toBe(true);
    expect(isAccountPlace('https://shop.test/login/step2')).toBe(false);
  });
});

describe('a call that does so', () => {
  it.each([
    'register',
    'registerUser',
    'SignUp',
    'user.create',
    'createUser',
    'CreateAccount',
    'resetPassword',
    'user.resetPassword',
    'ForgotPassword',
    'registrar',
    'auth/register',
    'dangky',
  ])('%s', (word) => {
    expect(isAccountWord(word)).toBe(true);
  });

  it.each([
    'login',
    'user.login',
    'signIn',
    'createSession',
    'session.create',
    'tokenAuth',
    'users',
  ])('none is %s', (word) => {
    expect(isAccountWord(word)).toBe(false);
  });
});
