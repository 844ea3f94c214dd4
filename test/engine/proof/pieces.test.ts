import { describe, expect, it } from 'vitest';
import { isSignIn, isSignOut } from '../../../src/engine/proof/pieces.js';

describe('a piece that offers to log out', () => {
  it.each([
    'href /logout',
    'text “Log out”',
    'text “You can log out here at any time”',
    'button “Wyloguj się”',
    'button “Выйти”',
    'a “로그아웃”',
  ])('%s', (piece) => {
    expect(isSignOut(piece)).toBe(true);
    expect(isSignIn(piece)).toBe(false);
  });
});

describe('a piece that asks to log in', () => {
  it.each([
    'href /login',
    'text “Please log in to go on”',
    'button “Zaloguj się”',
    'button “Войти”',
    'a “Giriş yap”',
    'p “로그인이 필요합니다”',
  ])('%s', (piece) => {
    expect(isSignIn(piece)).toBe(true);
    expect(isSignOut(piece)).toBe(false);
  });

  it.each(['href /news', 'text “Dzisiaj”', 'p “Puedes entrar a la tienda”'])(
    'none is %s',
    (piece) => {
      expect(isSignIn(piece)).toBe(false);
      expect(isSignOut(piece)).toBe(false);
    },
  );
});
