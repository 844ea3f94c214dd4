import { getRequestListener } from '@hono/node-server';
import { createCookie, createCookieSessionStorage } from 'react-router';
import { formVisit } from '../support/drive.js';
import { serve } from '../support/serve.js';
import { accountPage, homePage, isUser, loginPage, PROFILE, USER } from '../support/site.js';
import type { Stack } from '../support/stack.js';

/**
 * React Router (and Remix): the session as signed JSON in a cookie, and an unsigned cookie of
 * preferences in the same wrapping.
 */
export const stack: Stack = {
  name: 'react-router',
  half: 'tuning',
  docs: [
    // "For purely cookie-based sessions (where the session data itself is stored in the session
    // cookie …)"; "__session"; "secrets: … sign".
    'https://reactrouter.com/explanation/sessions-and-cookies',
    // "createCookie('user-prefs', { maxAge: 604_800 })"; "signing cookies" is optional; the value
    // is base64-encoded JSON.
    'https://reactrouter.com/explanation/sessions-and-cookies#using-cookies',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: 'react-router.test',
    credentials: [
      { carrier: 'cookie', name: '__session', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'user-prefs', role: 'preference' },
      // "toast": a signed message for the next page; whoever holds it is nobody for it.
      { carrier: 'cookie', name: 'toast', role: ['other', 'preference'] },
    ],
  },
  start: () => serve('react-router.test', () => getRequestListener(answer)),
  visit: formVisit(),
};

const cookie = {
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secrets: ['a secret for signing'],
};
const sessions = createCookieSessionStorage({
  cookie: { ...cookie, name: '__session', maxAge: 604_800 },
});
const toasts = createCookieSessionStorage({ cookie: { ...cookie, name: 'toast' } });
const preferences = createCookie('user-prefs', { maxAge: 604_800, path: '/' });

const page = (body: string, headers = new Headers()) => {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(body, { headers });
};
const redirect = (to: string, ...cookies: string[]) =>
  new Response(null, {
    status: 302,
    headers: [['Location', to], ...cookies.map((line): [string, string] => ['Set-Cookie', line])],
  });

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const cookies = request.headers.get('cookie');
  const session = await sessions.getSession(cookies);
  if (pathname === '/')
    return page(
      homePage(),
      new Headers({
        'Set-Cookie': await preferences.serialize({ showBanner: false, density: 'compact' }),
      }),
    );
  if (pathname === '/login') return request.method === 'POST' ? logIn(request) : page(loginPage());
  if (!session.has('userId')) return redirect('/login');
  if (pathname === '/api/profile') return Response.json(PROFILE);
  if (pathname === '/logout') return redirect('/', await sessions.destroySession(session));
  if (request.method === 'POST') {
    const toast = await toasts.getSession(cookies);
    toast.flash('message', 'Your city was saved');
    return redirect('/account', await toasts.commitSession(toast));
  }
  return account(cookies);
}

async function logIn(request: Request): Promise<Response> {
  const form = await request.formData();
  if (!isUser(form.get('username'), form.get('password'))) return redirect('/login');
  const session = await sessions.getSession();
  session.set('userId', USER.id);
  return redirect('/account', await sessions.commitSession(session));
}

/** Reading a flashed message takes it out, so the cookie is written again without it. */
async function account(cookies: string | null): Promise<Response> {
  const toast = await toasts.getSession(cookies);
  const message: unknown = toast.get('message');
  if (message === undefined) return page(accountPage());
  return page(accountPage(), new Headers({ 'Set-Cookie': await toasts.commitSession(toast) }));
}
