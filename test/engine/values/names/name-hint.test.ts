import { describe, expect, it } from 'vitest';
import { hintOf } from '../../../../src/engine/values/names/name-hint.js';

describe('hintOf', () => {
  it.each([
    'zmSkin',
    'zmCSS',
    'user_style',
    'styles',
    'site-stylesheet',
    'appearance',
    'paletteId',
    'high_contrast',
    'list-density',
    'fontSize',
    'text_size',
    'font-scale',
    'color_scheme',
    'colorMode',
    'nightMode',
    'light-theme',
    'colours',
  ])('takes %s for how somebody likes to see pages', (name) =>
    expect(hintOf(name)?.role).toBe('preference'),
  );

  it.each([
    '.AspNetCore.Culture',
    '_culture',
    'CMSPreferredCulture',
    'Abp.Localization.CultureName',
    'localization',
    'i18next',
    'i18nextLng',
    'django_language',
    'pll_language',
    'GUEST_LANGUAGE_ID',
    'NEXT_LOCALE',
  ])('takes %s for the language that somebody chose', (name) =>
    expect(hintOf(name)?.role).toBe('preference'),
  );

  it.each(['agriculture', 'cultures_api', 'culture_session'])('and not %s', (name) =>
    expect(hintOf(name)?.role).not.toBe('preference'),
  );

  it.each(['AppCookie', 'my-cookie', 'portalCookie2', 'cookie_jar'])(
    'makes nothing of a cookie that is called one: %s',
    (name) => expect(hintOf(name)).toBeUndefined(),
  );

  it.each(['skinny', 'accessKeyId2', 'modelId', 'fonts_cdn', 'textId', 'mode'])(
    'makes nothing of %s',
    (name) => expect(hintOf(name)?.role).not.toBe('preference'),
  );

  it.each([
    ['PRIVATE-TOKEN', 'api-key'],
    ['x-vault-token', 'access-token'],
    ['X-Nomad-Token', 'api-key'],
    ['X-MediaBrowser-Token', 'access-token'],
    ['CF-Access-Client-Secret', 'api-key'],
    ['X-JFrog-Art-Api', 'api-key'],
    ['X-User-Token', 'access-token'],
    ['X-Auth-Key', 'api-key'],
  ])('knows the header of a product: %s is %s', (name, role) =>
    expect(hintOf(name)?.role).toBe(role),
  );

  it.each(['css_session', 'style_csrf'])('lets what is meant by %s go first', (name) =>
    expect(hintOf(name)?.role).not.toBe('preference'),
  );

  it.each([
    ['X-Amz-Security-Token', 'access-token'],
    ['x-security-token', 'csrf'],
    ['KC_RESTART', 'oauth-state'],
    ['OAMAuthnCookie_desk.test:443', 'session'],
    ['OAMRequestContext_desk.test:443_1a2b', 'oauth-state'],
    ['X-OWA-CANARY', 'csrf'],
    ['rur', 'load-balancer'],
    ['_pinterest_ct_ua', 'tracking'],
    ['_pinterest_sess', 'session'],
    ['.AspNet.ApplicationCookie', 'session'],
    ['.AspNet.ApplicationCookieC1', 'session'],
    ['.AspNet.ExternalCookie', 'oauth-state'],
    ['.AspNetCore.Identity.TwoFactorUserId', 'oauth-state'],
    ['.AspNet.TwoFactorRememberBrowser', 'device'],
    ['Identity.TwoFactorRememberMe', 'device'],
    ['.AspNetCore.Identity.TwoFactorRememberMe', 'device'],
    ['Identity.TwoFactorUserId', 'oauth-state'],
    ['Identity.External', 'oauth-state'],
    ['cookies', 'consent'],
    ['cookie', 'consent'],
    ['site_cookies', 'consent'],
    ['cookie-ok', 'consent'],
    ['eu_cookie', 'consent'],
    ['acceptCookie', 'consent'],
    ['hide-cookies', 'consent'],
    ['cookie_popup', 'consent'],
    ['KEYCLOAK_SESSION', 'other'],
    ['KEYCLOAK_SESSION_LEGACY', 'other'],
    ['KC_STATE_CHECKER', 'csrf'],
    ['app.idt', 'id-token'],
    ['id_sessione', 'session'],
    ['idSesion', 'session'],
    ['token_sesion', 'session'],
    ['id-sessao', 'session'],
    ['SitzungsID', 'session'],
    ['sitzungskennung', 'session'],
    ['id_sesji', 'session'],
    ['oturum_id', 'session'],
    ['angemeldet_bleiben', 'remember-me'],
    ['mantener_sesion', 'remember-me'],
    ['recordarme', 'remember-me'],
    ['ricordami', 'remember-me'],
    ['sprache', 'preference'],
    ['idioma', 'preference'],
  ])('knows %s in the language of its writers', (name, role) =>
    expect(hintOf(name)?.role).toBe(role),
  );

  it.each(['sitzung', 'sitzung_nr', 'seance_id', 'relaceable', 'sesiones_hoy'])(
    'makes no session of %s',
    (name) => expect(hintOf(name)?.role).not.toBe('session'),
  );

  it.each([
    ['X-Mapping-fjhppofk', 'load-balancer'],
    ['BNI_persistence', 'load-balancer'],
    ['akacd_www_rollout', 'load-balancer'],
    ['HCLBSTICKY', 'load-balancer'],
    ['NB_SRVID', 'load-balancer'],
    ['lbsession', 'load-balancer'],
    ['STICKYSESSION', 'load-balancer'],
    ['WEBSERVERID', 'load-balancer'],
    ['barra_counter_session', 'device'],
    ['FORTIWAFSID', 'device'],
    ['crisp-client/session/2f1c', 'tracking'],
    ['__tawkuuid', 'tracking'],
    ['hblid', 'tracking'],
    ['__lc_cid', 'tracking'],
    ['__zlcmid', 'tracking'],
    ['__stripe_sid', 'device'],
    ['tmx_session', 'device'],
    ['ravelinSessionId', 'device'],
    ['sessionFingerprint', 'device'],
    ['push:fcm-token', 'device'],
    ['notion_browser_id', 'device'],
    ['BrowserId', 'device'],
    ['machine-uuid', 'device'],
    ['UDID', 'device'],
    ['.AspNetCore.Mvc.CookieTempDataProvider', 'other'],
    ['PLAY_FLASH', 'other'],
    ['CloudFront-Key-Pair-Id', 'other'],
    ['CloudFront-Signature', 'other'],
    ['Cloud-CDN-Cookie', 'other'],
    ['hdntl', 'other'],
    ['mfa_token', 'oauth-state'],
    ['two_factor_token', 'oauth-state'],
    ['io', 'other'],
    ['cart_sig', 'other'],
    ['X-Shopify-Storefront-Access-Token', 'api-key'],
  ])('knows that %s logs nobody in', (name, role) => expect(hintOf(name)?.role).toBe(role));

  it.each([
    'cap_sid',
    'captchaSid',
    'captcha_session_id',
    'recaptcha-session',
    'vcode_sid',
    'SHOP3_Vcode_Login',
    'SHOP_captcha_login',
    'pass_trace',
    'X-Trace-Id',
    'eagleeye-traceid',
    'requestId',
  ])('takes %s for what stands for nobody', (name) => expect(hintOf(name)?.role).toBe('other'));

  it.each(['sid', 'caps_sid', 'recap_session', 'session_trace_id', 'escape_auth'])(
    'leaves %s a session',
    (name) => expect(hintOf(name)?.role).toBe('session'),
  );

  it.each(['captcha_token', 'capSize', 'tracer'])('says nothing of %s', (name) =>
    expect(hintOf(name)).toBeUndefined(),
  );

  it.each(['ravelin_session', 'PLAY_SESSION', '.AspNetCore.Session', 'stripe_sid'])(
    'keeps %s a session',
    (name) => expect(hintOf(name)?.role).toBe('session'),
  );

  it.each(['nhostRefreshTokenId', 'access_token_id', 'authTokenUuid'])(
    'takes the number of a token for none: %s',
    (name) => expect(hintOf(name)).toBeUndefined(),
  );
});
