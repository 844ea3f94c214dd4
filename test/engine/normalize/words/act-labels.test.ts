import { describe, expect, it } from 'vitest';
import { isLoginLabel, isLogoutLabel } from '../../../../src/engine/normalize/words/act-labels.js';

describe('the label of what logs out', () => {
  it.each([
    ['Log out'],
    ['Sign off'],
    ['Déconnexion'],
    ['Wyloguj się'],
    ['Log out (ada)'],
    ['Выйти'],
    ['登出'],
    ['Çıkış yap'],
    ['Đăng xuất'],
  ])('%s', (label) => expect(isLogoutLabel(label)).toBe(true));

  it.each(['', 'Log in', 'How to log out of all devices', `Log out ${'x'.repeat(60)}`])(
    'none is “%s”',
    (label) => expect(isLogoutLabel(label)).toBe(false),
  );
});

describe('the label of what logs in', () => {
  it.each([
    ['Log in'],
    ['Sign in »'],
    ['Se connecter'],
    ['Войти'],
    ['Giriş yap'],
    ['로그인'],
    ['Accedi'],
    ['Đăng nhập'],
    ['ﾛｸﾞｲﾝ'],
  ])('%s', (label) => expect(isLoginLabel(label)).toBe(true));

  it.each(['', 'Log out', 'Accedi a tutte le offerte di oggi', 'Entrar em contato com a loja'])(
    'none is “%s”',
    (label) => expect(isLoginLabel(label)).toBe(false),
  );
});
