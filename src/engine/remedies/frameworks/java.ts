import type { Framework } from './framework.js';

export const JAVA: readonly Framework[] = [
  {
    name: 'Spring Session',
    cookie: /^SESSION$/,
    settings: {
      secure: 'server.servlet.session.cookie.secure=true',
      httpOnly: 'server.servlet.session.cookie.http-only=true',
      sameSite: 'server.servlet.session.cookie.same-site=lax',
      end: 'server.servlet.session.cookie.max-age=-1',
      domain: 'server.servlet.session.cookie.domain=',
      path: 'server.servlet.session.cookie.path=/',
      name: 'server.servlet.session.cookie.name=__Host-SESSION',
    },
    docs: 'https://docs.spring.io/spring-boot/appendix/application-properties/index.html',
  },
  {
    name: 'Jakarta Servlet (Tomcat, Jetty)',
    cookie: /^JSESSIONID(?:SSO|\.|$)/i,
    settings: {
      secure:
        'web.xml: <session-config><cookie-config>' +
        '<secure>true</secure></cookie-config></session-config>',
      httpOnly:
        'web.xml: <session-config><cookie-config>' +
        '<http-only>true</http-only></cookie-config></session-config>',
      sameSite:
        'Tomcat context.xml: <CookieProcessor sameSiteCookies="lax" /> · Spring Boot: ' +
        'server.servlet.session.cookie.same-site=lax',
      end:
        'web.xml: <session-config><cookie-config>' +
        '<max-age>-1</max-age></cookie-config></session-config>',
      path:
        'web.xml: <session-config><cookie-config>' +
        '<path>/</path></cookie-config></session-config>',
      name:
        'web.xml: <session-config><cookie-config>' +
        '<name>__Host-JSESSIONID</name></cookie-config></session-config>',
    },
    docs: 'https://tomcat.apache.org/tomcat-10.1-doc/config/context.html',
  },
  {
    name: 'Spring Security remember-me',
    signer: 'Spring Security',
    settings: {
      secure: 'http.rememberMe(me -> me.useSecureCookie(true))',
      end: 'http.rememberMe(me -> me.tokenValiditySeconds(2592000))',
      domain: 'http.rememberMe(me -> me.rememberMeCookieDomain(null))',
    },
    docs: 'https://docs.spring.io/spring-security/reference/servlet/authentication/rememberme.html',
  },
  {
    name: 'Play',
    cookie: /^PLAY_SESSION$/,
    signer: 'Play',
    settings: {
      secure: 'play.http.session.secure = true',
      httpOnly: 'play.http.session.httpOnly = true',
      sameSite: 'play.http.session.sameSite = "lax"',
      end: 'play.http.session.maxAge = null',
      domain: 'play.http.session.domain = null',
      path: 'play.http.session.path = "/"',
      name: 'play.http.session.cookieName = "__Host-PLAY_SESSION"',
    },
    docs: 'https://www.playframework.com/documentation/latest/SettingsSession',
  },
  {
    name: 'Keycloak',
    cookie: /^(?:KEYCLOAK_(?:IDENTITY|SESSION)|AUTH_SESSION_ID)(?:_LEGACY)?$/,
    settings: {
      secure:
        'Realm settings > General > Require SSL: all requests; kc.sh start --hostname https://…',
      end: 'Realm settings > Sessions > SSO Session Max, and no "Remember me"',
    },
    docs: 'https://www.keycloak.org/docs/latest/server_admin/#_timeouts',
  },
];
