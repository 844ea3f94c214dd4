import { describe, expect, it } from 'vitest';
import { tellsLoggedOut } from '../../../../src/engine/normalize/words/logged-out-words.js';

describe('a sentence that says that somebody has logged out', () => {
  it.each([
    'You have signed out',
    'You are now logged out.',
    'Logged out successfully',
    'Sie wurden abgemeldet.',
    'Sie sind jetzt abgemeldet',
    'Erfolgreich ausgeloggt',
    'Vous êtes maintenant déconnecté',
    'Has cerrado la sesión',
    'Je bent uitgelogd',
    'Вы вышли из системы',
    'ログアウトしました',
    '您已退出登录',
    '로그아웃되었습니다',
  ])('is %s', (text) => expect(tellsLoggedOut(text)).toBe(true));

  it.each([
    'Sie sind vom Rundbrief abgemeldet.',
    'You have been logged out due to inactivity',
    'Ihre Sitzung ist abgelaufen. Sie wurden abgemeldet.',
    'Log out',
    'You are signed in. Sign out',
  ])('is not %s', (text) => expect(tellsLoggedOut(text)).toBe(false));
});
