import { describe, expect, it } from 'vitest';
import {
  isLoginPage,
  isLoginPath,
  isLoginWord,
  isLogoutPath,
  isLogoutWord,
} from '../../../src/engine/moments/words.js';

const at = (path: string) => `https://shop.test${path}`;

describe('an address for logging in', () => {
  it.each([
    '/login',
    '/Login.php',
    '/users/sign_in',
    '/sign-in/email',
    '/auth',
    '/sso',
    '/account/logon',
    '/wp-login.php',
    '/customer/account/login',
    '/userLogin',
    '/api/authenticate',
    '/portal-login',
    '/signin.aspx',
    '/login_check',
    '/api/channel-partners/auth',
  ])('is %s', (path) => expect(isLoginPath(at(path))).toBe(true));

  it.each([
    '/blog/sso-explained',
    '/help/login',
    '/docs/api/authentication',
    '/token/refresh',
    '/authors',
    '/loginsight',
    '/how-to-log-in',
    '/catalogue',
    '/design',
    '/blogin',
    '/oauth/authorize',
    // Leave to listen to a channel of a socket.
    '/pusher/auth',
    '/broadcasting/auth',
    '/api/realtime/v1/user-auth',
    '/channels/private/auth',
  ])('is not %s', (path) => expect(isLoginPath(at(path))).toBe(false));

  it.each([
    ['/auth', true],
    ['/login', true],
    ['/api/session', false],
    ['/account/sessions', false],
    ['/session/new', true],
    ['/adfs/ls/', true],
    ['/sessions/newest', false],
  ])('is a page that somebody is sent to: %s %s', (path, page) =>
    expect(isLoginPage(at(path))).toBe(page),
  );
});

describe('an address for logging out', () => {
  it.each([
    '/logout',
    '/log-out',
    '/sign_out',
    '/users/sign_out',
    '/api/auth/logout',
    '/userLogout',
    '/logout.php',
    '/Account/LogOff',
    '/do-logout',
    '/logout/all',
    '/logout-success',
    '/j_spring_security_logout',
    '/oidc/endsession',
    '/session/end',
    '/oauth2/revoke',
    '/oauth/revocation',
    '/api/token/blacklist/',
    '/auth/jwt/deny-list',
    '/session/invalidate',
    '/my-signout',
    '/logoutAction.do',
    '/house.cgi?authen_logout=1',
    '/?tx_portal_logoff=true',
    '/index.php?mod-user-signout',
    '/app?forum_abmelden=1',
  ])('is %s', (path) => expect(isLogoutPath(at(path))).toBe(true));

  it.each([
    '/help/how-to-sign-out',
    '/how-to-sign-out',
    '/blog/logout',
    '/docs/logout',
    '/cannot-log-out',
    '/timeout',
    '/layout',
    '/blackout',
    '/why-log-off-now-and-then',
    '/kickoff',
    '/signoffer',
    '/faq/sign-out',
    '/tag/logout',
    '/category/sign-out',
    '/forum/topic/logout',
    '/en/help-center/logout',
    '/reviews/logout',
    '/?show_logout=1',
    '/?post_logout=1',
    '/?force_logout=0',
    '/?last_logout=2026-01-01',
    '/?authen_logout=0',
    '/?authen_logout_page=1',
  ])('is not %s', (path) => expect(isLogoutPath(at(path))).toBe(false));
});

describe('the name of an act', () => {
  it.each([
    ['login', true, false],
    ['auth.login', true, false],
    ['account.signIn', true, false],
    ['authenticate', true, false],
    ['users/sign-in', true, false],
    ['logout', false, true],
    ['session.signOut', false, true],
    ['logoutUser', false, true],
    ['listLogins', false, false],
    ['login.history.list', false, false],
    ['design', false, false],
    ['', false, false],
  ])('%s: login %s, logout %s', (word, login, logout) =>
    expect([isLoginWord(word), isLogoutWord(word)]).toEqual([login, logout]),
  );
});
