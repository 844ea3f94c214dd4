import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { getRequestListener } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { languageDetector } from 'hono/language';
import { formVisit } from '../support/drive.js';
import { serve } from '../support/serve.js';
import { accountPage, homePage, isUser, loginPage, PROFILE, USER } from '../support/site.js';
import type { Stack } from '../support/stack.js';

const sessions = new Map<string, { hash: Buffer; user: string }>();
/** Without 0, 1, l and o, as the guide has it: "human readable". */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/**
 * Hono with sessions written after Lucia's guide: `id.secret` in a cookie, only a hash of the
 * secret on the server.
 */
export const stack: Stack = {
  name: 'hono-lucia',
  half: 'tuning',
  docs: [
    // "session tokens … <SESSION_ID>.<SESSION_SECRET>"; "Set-Cookie: session_token=SESSION_TOKEN;
    // Max-Age=86400; HttpOnly; Secure; Path=/; SameSite=Lax".
    'https://lucia-auth.com/sessions/basic',
    'https://hono.dev/docs/helpers/cookie',
    // "woocommerce_cart_hash, woocommerce_items_in_cart: helps … determine when cart contents/data
    // changes".
    'https://woocommerce.com/document/woocommerce-cookies/',
    'https://hono.dev/docs/middleware/builtin/language',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: 'hono-lucia.test',
    credentials: [
      { carrier: 'cookie', name: 'session_token', role: 'session' },
      { carrier: 'cookie', name: 'language', role: 'preference' },
      { carrier: 'cookie', name: /^woocommerce_/, role: ['preference', 'other', 'tracking'] },
    ],
  },
  start: () => serve('hono-lucia.test', () => getRequestListener(app().fetch), { secure: true }),
  visit: formVisit(),
};

const randomText = () => Array.from(randomBytes(24), (byte) => ALPHABET[byte >> 3]).join('');
const hashOf = (secret: string) => createHash('sha256').update(secret).digest();

function createSession(): string {
  const id = randomText();
  const secret = randomText();
  sessions.set(id, { hash: hashOf(secret), user: USER.id });
  return `${id}.${secret}`;
}

function idOf(context: Context): string | undefined {
  const [id = '', secret = ''] = (getCookie(context, 'session_token') ?? '').split('.');
  const session = sessions.get(id);
  return session && timingSafeEqual(session.hash, hashOf(secret)) ? id : undefined;
}

/** As a shop marks a cart, so that cached parts of its pages know when it changed. */
function setCart(context: Context, cart: Record<string, number>): void {
  setCookie(
    context,
    'woocommerce_cart_hash',
    createHash('md5').update(JSON.stringify(cart)).digest('hex'),
  );
  setCookie(context, 'woocommerce_items_in_cart', String(Object.keys(cart).length));
}

function app() {
  const site = new Hono();
  const flags = { httpOnly: true, secure: true, path: '/', sameSite: 'Lax' } as const;
  site.use(csrf(), languageDetector({ supportedLanguages: ['en', 'ko'], fallbackLanguage: 'en' }));
  site.get('/', (context) => {
    setCart(context, { lamp: 1 });
    return context.html(homePage());
  });
  site.get('/login', (context) => context.html(loginPage()));
  site.post('/login', async (context) => {
    const { username, password } = await context.req.parseBody();
    if (!isUser(username, password)) return context.html(loginPage(), 401);
    setCookie(context, 'session_token', createSession(), { ...flags, maxAge: 86_400 });
    return context.redirect('/account');
  });
  site.use(async (context, next) => (idOf(context) ? next() : context.redirect('/login')));
  site.get('/account', (context) => context.html(accountPage()));
  site.get('/api/profile', (context) => context.json(PROFILE));
  site.post('/account', (context) => {
    setCart(context, { lamp: 1, desk: 1 });
    return context.redirect('/account');
  });
  site.post('/logout', (context) => {
    sessions.delete(idOf(context) ?? '');
    deleteCookie(context, 'session_token', flags);
    return context.redirect('/');
  });
  return site;
}
