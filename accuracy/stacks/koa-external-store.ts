import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import session from 'koa-session';
import { balance } from '../support/balancer.js';
import { formVisit } from '../support/drive.js';
import { accountPage, homePage, isUser, loginPage, PROFILE } from '../support/site.js';
import type { Stack } from '../support/stack.js';

const HOST = 'koa-external-store.test';

/** Koa's session in a shared store, behind a balancer that writes its route into a cookie. */
export const stack: Stack = {
  name: 'koa-external-store',
  half: 'tuning',
  docs: [
    // "You can store the session content in external stores … by passing options.store"; the cookie
    // has the key only.
    'https://github.com/koajs/session#external-session-stores',
    // "Header add Set-Cookie "ROUTEID=.%{BALANCER_WORKER_ROUTE}e; path=/"".
    'https://httpd.apache.org/docs/2.4/mod/mod_proxy_balancer.html#example',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'shop', role: 'session' },
      { carrier: 'cookie', name: 'shop.sig', role: ['session', 'other'] },
      { carrier: 'cookie', name: 'ROUTEID', role: 'load-balancer' },
      { carrier: 'cookie', name: 'tz', role: 'preference' },
    ],
  },
  start: () => {
    const sessions = new Map<string, object>();
    return balance(HOST, { cookie: 'ROUTEID', values: ['.shop1', '.shop2'] }, () =>
      app(sessions).callback(),
    );
  },
  visit: formVisit(),
};

function app(sessions: Map<string, object>): Koa {
  const site = new Koa();
  site.keys = ['a key for signing'];
  const store = {
    get: async (key: string) => sessions.get(key),
    set: async (key: string, value: object) => void sessions.set(key, { ...value }),
    destroy: async (key: string) => void sessions.delete(key),
  };
  site
    .use(session({ key: 'shop', store }, site))
    .use(bodyParser())
    .use(answer);
  return site;
}

async function answer(context: Koa.Context): Promise<void> {
  if (!context.cookies.get('tz'))
    context.cookies.set('tz', 'Europe/London', {
      signed: false,
      httpOnly: false,
      maxAge: 31_536_000_000,
    });
  const signedIn = context.session?.user !== undefined;
  if (context.path === '/') context.body = homePage();
  else if (context.path === '/login') logIn(context);
  else if (!signedIn) context.redirect('/login');
  else if (context.path === '/api/profile') context.body = PROFILE;
  else if (context.path === '/logout') {
    context.session = null;
    context.redirect('/');
  } else if (context.method === 'POST') context.redirect('/account');
  else context.body = accountPage();
}

function logIn(context: Koa.Context): void {
  const { username, password } =
    (context.request as unknown as { body?: Record<string, string> }).body ?? {};
  context.body = loginPage();
  if (!isUser(username, password)) return;
  context.session = { user: username };
  context.redirect('/account');
}
