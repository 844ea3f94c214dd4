import type { Framework } from './framework.js';

export const PYTHON: readonly Framework[] = [
  {
    name: 'Django',
    cookie: /^sessionid$/,
    signer: 'Django',
    settings: {
      secure: 'settings.py: SESSION_COOKIE_SECURE = True',
      httpOnly: 'settings.py: SESSION_COOKIE_HTTPONLY = True',
      sameSite: "settings.py: SESSION_COOKIE_SAMESITE = 'Lax'",
      end: 'settings.py: SESSION_EXPIRE_AT_BROWSER_CLOSE = True',
      domain: 'settings.py: SESSION_COOKIE_DOMAIN = None',
      path: "settings.py: SESSION_COOKIE_PATH = '/'",
      name: "settings.py: SESSION_COOKIE_NAME = '__Host-sessionid'",
    },
    docs: 'https://docs.djangoproject.com/en/stable/ref/settings/#sessions',
  },
  {
    name: 'Flask',
    signer: 'Flask',
    settings: {
      secure: "app.config['SESSION_COOKIE_SECURE'] = True",
      httpOnly: "app.config['SESSION_COOKIE_HTTPONLY'] = True",
      sameSite: "app.config['SESSION_COOKIE_SAMESITE'] = 'Lax'",
      end: 'session.permanent = False',
      // Before Flask 2.3, None means all below SERVER_NAME.
      domain: "app.config['SESSION_COOKIE_DOMAIN'] = False",
      path: "app.config['SESSION_COOKIE_PATH'] = '/'",
      name: "app.config['SESSION_COOKIE_NAME'] = '__Host-session'",
    },
    docs: 'https://flask.palletsprojects.com/en/stable/config/',
  },
  {
    name: 'Tornado',
    signer: 'Tornado',
    settings: {
      secure: "self.set_signed_cookie('user', value, secure=True)",
      httpOnly: "self.set_signed_cookie('user', value, httponly=True)",
      sameSite: "self.set_signed_cookie('user', value, samesite='Lax')",
      end: "self.set_signed_cookie('user', value, expires_days=None)",
      domain: "self.set_signed_cookie('user', value, domain=None)",
      name: "self.set_signed_cookie('__Host-user', value, path='/', secure=True)",
    },
    docs: 'https://www.tornadoweb.org/en/stable/web.html#cookies',
  },
  {
    name: 'Bottle',
    signer: 'Bottle',
    settings: {
      secure: "response.set_cookie('user', value, secret=key, secure=True)",
      httpOnly: "response.set_cookie('user', value, secret=key, httponly=True)",
      sameSite: "response.set_cookie('user', value, secret=key, samesite='lax')",
      path: "response.set_cookie('user', value, secret=key, path='/')",
    },
    docs: 'https://bottlepy.org/docs/dev/tutorial.html#cookies',
  },
];
