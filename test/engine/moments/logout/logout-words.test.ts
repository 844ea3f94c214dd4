import { describe, expect, it } from 'vitest';
import { isLogoutPath, isLogoutWord } from '../../../../src/engine/moments/logout/logout-words.js';

const at = (path: string) => `https://shop.test${path}`;

describe('an address for logging out', () => {
  it.each([
    '/logout',
    '/log-out',
    '/sign_out',
    '/users/sign_out',
    '/api/auth/logout',
    '/fblogout',
    '/v1/auth/token/revoke-self',
    '/xrpc/org.example.server.deleteSession',
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
    '/rest/V1/integration/customer/revoke-customer-token',
    '/api/revoke_token',
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
    '/autologout',
    '/com.example.session.list',
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
    '/?logout=0',
    '/?logout=false',
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
    ['login', false],
    ['auth.login', false],
    ['account.signIn', false],
    ['authenticate', false],
    ['users/sign-in', false],
    ['logout', true],
    ['session.signOut', true],
    ['logoutUser', true],
    ['listLogins', false],
    ['login.history.list', false],
    ['design', false],
    ['', false],
  ])('%s: logout %s', (word, isOne) => expect(isLogoutWord(word)).toBe(isOne));
});
