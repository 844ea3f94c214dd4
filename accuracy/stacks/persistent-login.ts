import { createHash, randomBytes } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyForm from '@fastify/formbody';
import fastifySession from '@fastify/session';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { formVisit } from '../support/drive.js';
import { fastifyServer } from '../support/fastify.js';
import { accountPage, homePage, isUser, loginPage, PROFILE } from '../support/site.js';
import type { Stack } from '../support/stack.js';

const MONTH = 2_592_000;

/** A short session and a persistent login of selector and validator, renewed when it is used. */
export const stack: Stack = {
  name: 'persistent-login',
  half: 'held-out',
  docs: [
    'https://github.com/fastify/session#readme',
    // "when the user checks Remember Me … store selector:validator in a cookie; only the hash of
    // the validator on the server".
    'https://paragonie.com/blog/2015/04/secure-authentication-php-with-long-term-persistence',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: 'persistent-login.test',
    credentials: [
      { carrier: 'cookie', name: 'visit', role: 'session' },
      { carrier: 'cookie', name: 'stay', role: 'remember-me' },
    ],
  },
  start: () => fastifyServer('persistent-login.test', app()),
  visit: formVisit({
    tick: async ({ page }) => void (await page.click('input[name=remember]')),
    // The browser is closed and opened again: the session cookie is gone, the persistent one logs
    // in.
    refresh: async ({ page, url }) => {
      await page.deleteCookie({ name: 'visit', url });
      await page.goto(`${url}/account`);
    },
  }),
};

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** Persistent logins that can still be used: the hash of each validator by its selector. */
class Remembered {
  readonly #validators = new Map<string, string>();

  /** Gives a new one to this browser. */
  stay(reply: FastifyReply): void {
    const selector = randomBytes(9).toString('base64url');
    const validator = randomBytes(33).toString('base64url');
    this.#validators.set(selector, digest(validator));
    reply.setCookie('stay', `${selector}:${validator}`, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      maxAge: MONTH,
    });
  }

  /** Logs in whoever brings one, and puts another in its place. */
  recall(request: FastifyRequest, reply: FastifyReply): void {
    const [selector = '', validator = ''] = (request.cookies.stay ?? '').split(':');
    if (this.#validators.get(selector) !== digest(validator)) return;
    this.#validators.delete(selector);
    request.session.user = 'ada';
    this.stay(reply);
  }
}

const REMEMBER = '<label><input type="checkbox" name="remember" value="1"> Stay logged in</label>';

function app() {
  const site = Fastify();
  const remembered = new Remembered();
  site.register(fastifyForm).register(fastifyCookie);
  site.register(fastifySession, {
    cookieName: 'visit',
    secret: 'a secret with minimum length of 32 characters',
    cookie: { secure: false },
    saveUninitialized: false,
  });
  site.get('/', (_, reply) => reply.type('text/html').send(homePage()));
  site.get('/login', (_, reply) => reply.type('text/html').send(loginPage({}, REMEMBER)));
  site.post<{ Body: Record<string, string> }>('/login', async (request, reply) => {
    if (!isUser(request.body.username, request.body.password)) return reply.code(401).send();
    await request.session.regenerate();
    request.session.user = request.body.username!;
    if (request.body.remember) remembered.stay(reply);
    return reply.redirect('/account');
  });
  site.register(async (inside) => membersOnly(inside, remembered));
  return site;
}

/** What only somebody who is logged in may see. */
function membersOnly(inside: FastifyInstance, remembered: Remembered): void {
  inside.addHook('preHandler', async (request, reply) => {
    if (!request.session.user) remembered.recall(request, reply);
    return request.session.user ? undefined : reply.redirect('/login');
  });
  inside.get('/account', (_, reply) => reply.type('text/html').send(accountPage()));
  inside.get('/api/profile', async () => PROFILE);
  inside.post('/account', (_, reply) => reply.redirect('/account'));
  inside.post('/logout', async (request, reply) => {
    await (request.session as unknown as { destroy(): Promise<void> }).destroy();
    return reply
      .clearCookie('visit', { path: '/' })
      .clearCookie('stay', { path: '/' })
      .redirect('/');
  });
}
