import { describe, expect, it } from 'vitest';
import { tellsSessionOver } from '../../../../src/engine/normalize/words/session-over-words.js';

describe('a sentence that says that a session is over', () => {
  it.each([
    'Your session has expired. Please sign in again.',
    'Session timed out',
    'You have been logged out due to inactivity.',
    'Ihre Sitzung ist abgelaufen.',
    'Votre session a expiré.',
    'Su sesión ha caducado',
    'La sua sessione è scaduta',
    'Sua sessão expirou.',
    'Uw sessie is verlopen.',
    'Din session har gått ut.',
    'Sesja wygasła.',
    'Relace vypršela.',
    'Oturumunuzun süresi doldu.',
    'Ваша сессия истекла.',
    'セッションの有効期限が切れました。',
    '您的会话已过期，请重新登录。',
    '登入逾時',
    '세션이 만료되었습니다.',
    'A munkamenet lejárt.',
    'Phiên đăng nhập đã hết hạn',
    'Sesi Anda telah berakhir',
    'انتهت جلستك.',
  ])('is %s', (text) => expect(tellsSessionOver(text)).toBe(true));

  it.each([
    'If your session has expired, sign in again.',
    'Your session expires after 30 minutes.',
    'Wenn Ihre Sitzung abgelaufen ist, melden Sie sich an.',
    'Si vuelve cuando la sesión ha caducado, entre de nuevo.',
    'The CSRF session has expired',
    'This offer has expired.',
    'Your subscription has expired',
    'You are now logged out.',
    '세션이 만료되면 다시 로그인하세요.',
    'Sitzung vom 3. Mai',
  ])('is not %s', (text) => expect(tellsSessionOver(text)).toBe(false));
});
