import { prefixOf } from '../../cookies/cookie-prefix.js';
import type { Told } from '../../text.js';
import { tellName } from '../../values/telling/redact.js';

/** Whose default a name is, and what changes it. */
export interface DefaultName {
  readonly technology: Told;
  readonly setting: Told;
}

/**
 * Names that frameworks give unless they are told otherwise, by their documentation. Names that say
 * nothing (`session`, `sid`) are not here, nor those of products, which tell what they are anyway.
 */
const NAMES: readonly (readonly [name: RegExp, technology: string, setting: string])[] = [
  [/^PHPSESSID$/, 'PHP', 'session.name (php.ini)'],
  [/^JSESSIONID$/, 'Java Servlet', '<session-config><cookie-config><name> (web.xml)'],
  [/^ASP\.NET_SessionId$/i, 'ASP.NET', '<sessionState cookieName> (web.config)'],
  [/^\.ASPXAUTH$/i, 'ASP.NET Forms Authentication', '<forms name> (web.config)'],
  [/^ASPSESSIONID[A-Z]{8}$/, 'Classic ASP', 'none: Active Server Pages have no setting for it'],
  [/^\.AspNetCore\.Session$/, 'ASP.NET Core', 'SessionOptions.Cookie.Name'],
  [
    /^\.AspNetCore\.(?:Cookies|Identity\.Application)(?:C\d+)?$/,
    'ASP.NET Core',
    'CookieAuthenticationOptions.Cookie.Name',
  ],
  [
    /^\.AspNet\.(?:ApplicationCookie|Cookies)$/,
    'ASP.NET (OWIN)',
    'CookieAuthenticationOptions.CookieName',
  ],
  [/^connect\.sid$/, 'Express (express-session)', 'session({ name })'],
  [/^express[.:]sess$/, 'Express (cookie-session)', 'cookieSession({ name })'],
  [/^koa[.:]sess$/, 'Koa (koa-session)', 'session({ key })'],
  [/^laravel[_-]session$/, 'Laravel', 'SESSION_COOKIE (.env)'],
  [/^ci_session$/, 'CodeIgniter', 'Config\\Session, cookieName'],
  [/^CAKEPHP$/, 'CakePHP', 'Session.cookie (config/app.php)'],
  [/^CF(?:ID|TOKEN)$/i, 'ColdFusion', 'this.sessioncookie, or sessions of the Servlet container'],
  [/^rack\.session$/, 'Rack', 'Rack::Session::Cookie, :key'],
  [/^PLAY_SESSION$/, 'Play', 'play.http.session.cookieName'],
  [/^beaker\.session\.id$/, 'Beaker', 'beaker.session.key'],
  [/^yii_session$|^advanced-(?:front|back)end$/, 'Yii', 'session.name (components)'],
  [/^next-auth\.session-token(?:\.\d+)?$/, 'NextAuth.js', 'cookies.sessionToken.name'],
  [/^authjs\.session-token(?:\.\d+)?$/, 'Auth.js', 'cookies.sessionToken.name'],
  [/^appSession(?:\.\d+)?$/, 'express-openid-connect or Auth0', 'session.name'],
  [/^mojolicious$/, 'Mojolicious', 'sessions->cookie_name'],
  [/^dancer\.session$/, 'Dancer', 'session_name (config.yml)'],
  [/^vertx-web\.session$/, 'Vert.x', 'SessionHandler.setSessionCookieName'],
  [/^JSESSIONIDSSO$/, 'Tomcat', 'SingleSignOn valve, cookieName'],
];

/** The framework that gives a cookie this name, whatever prefix stands before it. */
export function defaultNameOf(name: string): DefaultName | undefined {
  const bare = name.slice(prefixOf(name)?.prefix.length ?? 0);
  const [, technology, setting] = NAMES.find(([fits]) => fits.test(bare)) ?? [];
  if (technology === undefined || setting === undefined) return undefined;
  return { technology: tellName(technology), setting: tellName(setting) };
}
