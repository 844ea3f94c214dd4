import { describe, expect, it } from 'vitest';
import {
  isBesideLogin,
  isLoginPage,
  isLoginPath,
  isLoginWord,
} from '../../../../src/engine/moments/login/login-words.js';

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
    '/member/loginProc.do',
    '/login_ok.jsp',
    '/loginExec.php',
    '/loginAjax',
    '/actionLogin.do',
    '/checkLogin',
    '/process-login',
    '/auth/google',
    '/users/auth/apple/callback',
    '/api/auth/kakao/token',
    '/oauth/naver/callback',
    '/passport/smsLogin',
    '/login/phoneLogin.do',
    '/api/pwd-login',
    '/account/quickLogin',
    '/wxLogin',
  ])('is %s', (path) => expect(isLoginPath(at(path))).toBe(true));

  it.each(['/smsLoginTips', '/news/phone-login-is-here', '/sms/send', '/emailLog'])(
    'is none that only speaks of a way: %s',
    (path) => expect(isLoginPath(at(path))).toBe(false),
  );

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
    '/api/checkout/session',
    '/payments/sessions',
    '/v1/replay/session',
    '/partners/google',
    '/auth/googleplex',
    '/login-procedures',
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

describe('the name of an act', () => {
  it.each([
    ['login', true],
    ['auth.login', true],
    ['account.signIn', true],
    ['authenticate', true],
    ['users/sign-in', true],
    ['logout', false],
    ['session.signOut', false],
    ['logoutUser', false],
    ['listLogins', false],
    ['login.history.list', false],
    ['design', false],
    ['', false],
    ['verifyLoginCode', true],
    ['verifyLoginOtp', true],
    ['confirm_signin_link', true],
    ['sendLoginCode', false],
    ['requestLoginOtp', false],
    ['verifyEmailCode', false],
    ['loginCodeSettings', false],
  ])('%s: login %s', (word, isOne) => expect(isLoginWord(word)).toBe(isOne));
});

describe('an address of a step before a login', () => {
  it.each([
    '/api/user/challenge_login',
    '/vtexid/pub/authentication/startlogin',
    '/auth/startLogin',
    '/login-init',
    '/api/preLogin',
    '/accounts/prelogin',
    '/auth/begin_auth',
    '/login_challenge.php',
    '/auth/login/start',
    '/signin/init',
    '/login/salt',
  ])('is %s', (path) => expect(isBesideLogin(at(path))).toBe(true));

  it.each([
    '/login',
    '/api/user/authentication_login',
    '/accesskey/validate',
    '/auth/login',
    '/login/challenger',
    '/startlogins',
    '/restart-login',
    '/reauth',
    '/do-login',
    '/auth/complete',
  ])('is not %s', (path) => expect(isBesideLogin(at(path))).toBe(false));
});
