import type { Framework } from './framework.js';

/** Ruby, .NET, Elixir, Go and the rest. */
export const OTHERS: readonly Framework[] = [
  {
    name: 'Rails',
    signer: 'Rails',
    settings: {
      secure: 'config/environments/production.rb: config.force_ssl = true',
      httpOnly: "config.session_store :cookie_store, key: '_app_session', httponly: true",
      sameSite: 'config.action_dispatch.cookies_same_site_protection = :lax',
      end: "config.session_store :cookie_store, key: '_app_session', expire_after: nil",
      domain: "config.session_store :cookie_store, key: '_app_session', domain: nil",
      name: "config.session_store :cookie_store, key: '__Host-app_session', secure: true",
    },
    docs: 'https://guides.rubyonrails.org/configuring.html#config-session-store',
  },
  {
    name: 'Rack',
    cookie: /^rack\.session$/,
    settings: {
      secure: 'use Rack::Session::Cookie, secure: true',
      httpOnly: 'use Rack::Session::Cookie, httponly: true',
      sameSite: 'use Rack::Session::Cookie, same_site: :lax',
      end: 'use Rack::Session::Cookie, expire_after: nil',
      domain: 'use Rack::Session::Cookie, domain: nil',
      path: "use Rack::Session::Cookie, path: '/'",
      name: "use Rack::Session::Cookie, key: '__Host-session'",
    },
    docs: 'https://github.com/rack/rack-session',
  },
  {
    name: 'ASP.NET Core',
    cookie: /^\.AspNetCore\.(?:Cookies|Identity|Session)/i,
    signer: 'ASP.NET Core',
    settings: {
      secure: 'options.Cookie.SecurePolicy = CookieSecurePolicy.Always;',
      httpOnly: 'options.Cookie.HttpOnly = true;',
      sameSite: 'options.Cookie.SameSite = SameSiteMode.Lax;',
      end: 'new AuthenticationProperties { IsPersistent = false }',
      domain: 'options.Cookie.Domain = null;',
      path: 'options.Cookie.Path = "/";',
      name: 'options.Cookie.Name = "__Host-app";',
    },
    docs: 'https://learn.microsoft.com/aspnet/core/security/authentication/cookie',
  },
  {
    name: 'ASP.NET',
    cookie: /^(?:ASP\.NET_SessionId|\.ASPXAUTH)$/i,
    settings: {
      secure: 'web.config: <httpCookies requireSSL="true" /> and <forms requireSSL="true" />',
      httpOnly: 'web.config: <httpCookies httpOnlyCookies="true" />',
      sameSite:
        'web.config: <sessionState cookieSameSite="Lax" /> and <forms cookieSameSite="Lax" />',
      end: 'FormsAuthentication.SetAuthCookie(user, createPersistentCookie: false);',
      name: 'web.config: <sessionState cookieName="__Host-sid" />',
    },
    docs: 'https://learn.microsoft.com/aspnet/samesite/system-web-samesite',
  },
  {
    name: 'Phoenix',
    signer: 'Phoenix',
    settings: {
      secure: '@session_options [secure: true]',
      httpOnly: '@session_options [http_only: true]',
      sameSite: '@session_options [same_site: "Lax"]',
      end: '@session_options [] (no max_age)',
      domain: '@session_options [] (no domain)',
      name: '@session_options [key: "__Host-app", secure: true]',
    },
    docs: 'https://hexdocs.pm/plug/Plug.Session.html',
  },
  {
    name: 'Gorilla sessions',
    signer: 'Gorilla',
    settings: {
      secure: 'store.Options.Secure = true',
      httpOnly: 'store.Options.HttpOnly = true',
      sameSite: 'store.Options.SameSite = http.SameSiteLaxMode',
      end: 'store.MaxAge(0)',
      domain: 'store.Options.Domain = ""',
      path: 'store.Options.Path = "/"',
    },
    docs: 'https://pkg.go.dev/github.com/gorilla/sessions#Options',
  },
  {
    name: 'oauth2-proxy',
    cookie: /^_oauth2_proxy/,
    signer: 'oauth2-proxy',
    settings: {
      secure: '--cookie-secure=true',
      httpOnly: '--cookie-httponly=true',
      sameSite: '--cookie-samesite=lax',
      end: '--cookie-expire=24h',
      domain: 'no --cookie-domain',
      path: '--cookie-path=/',
      name: '--cookie-name=__Host-oauth2_proxy',
    },
    docs: 'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview',
  },
];
