import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import session from 'koa-session';
import { formVisit } from '../support/drive.js';
import { serve } from '../support/serve.js';
import { accountPage, homePage, isUser, loginPage, PROFILE } from '../support/site.js';
import type { Stack } from '../support/stack.js';

/** Koa's session, which by default keeps the state itself in a signed cookie. */
export const stack: Stack = {
  name: 'koa-session',
  half: 'held-out',
  docs: [
    // "Simple session middleware for Koa. Defaults to cookie-based sessions"; key "koa.sess";
    // "signed: true".
    'https://github.com/koajs/session#readme',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: 'koa-session.test',
    credentials: [
      { carrier: 'cookie', name: 'koa.sess', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'koa.sess.sig', role: ['session', 'other'] },
      { carrier: 'cookie', name: 'locale', role: 'preference' },
    ],
  },
  start: () => serve('koa-session.test', () => app().callback()),
  visit: formVisit(),
};

function app(): Koa {
  const site = new Koa();
  site.keys = ['a key for signing'];
  site.use(session({}, site)).use(bodyParser()).use(answer);
  return site;
}

async function answer(context: Koa.Context): Promise<void> {
  const user: unknown = context.session?.user;
  if (!context.cookies.get('locale'))
    context.cookies.set('locale', 'en', { signed: false, httpOnly: false, maxAge: 31_536_000_000 });
  if (context.path === '/') context.body = homePage();
  else if (context.path === '/login' && context.method === 'GET') context.body = loginPage();
  else if (context.path === '/login') logIn(context);
  else if (!user) context.redirect('/login');
  else if (context.path === '/api/profile') context.body = PROFILE;
  else if (context.path === '/logout') {
    context.session = null;
    context.redirect('/');
  } else if (context.method === 'POST') context.redirect('/account');
  else context.body = accountPage();
}

function logIn(context: Koa.Context): void {
  const { username, password } = (context.request as unknown as { body: Record<string, string> })
    .body;
  if (!isUser(username, password)) {
    context.status = 401;
    context.body = loginPage();
    return;
  }
  context.session = { user: username };
  context.redirect('/account');
}
