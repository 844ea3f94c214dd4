import fastifyCookie from '@fastify/cookie';
import fastifyForm from '@fastify/formbody';
import fastifyJwt from '@fastify/jwt';
import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyReply } from 'fastify';
import { formVisit, waitForText } from '../support/drive.js';
import { fastifyServer } from '../support/fastify.js';
import { accountPage, homePage, isUser, loginPage, PROFILE, USER } from '../support/site.js';
import type { Stack, Visit } from '../support/stack.js';

/**
 * Access and refresh token as JWTs in two HttpOnly cookies; the refresh cookie has a path of its
 * own.
 */
export const stack: Stack = {
  name: 'fastify-jwt-cookie',
  half: 'held-out',
  docs: [
    // "cookie: … sets the cookie name where the token is stored"; example of an access and a
    // refresh token under "Auth with cookies" / "refresh token".
    'https://github.com/fastify/fastify-jwt#cookie',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: 'fastify-jwt-cookie.test',
    credentials: [
      { carrier: 'cookie', name: 'token', role: ['access-token', 'session'], format: 'jwt' },
      { carrier: 'cookie', name: 'refreshToken', role: 'refresh-token', format: 'jwt' },
    ],
  },
  start: () => fastifyServer('fastify-jwt-cookie.test', app()),
  visit: formVisit({ refresh: renew }),
};

async function renew({ page, url }: Visit): Promise<void> {
  await page.evaluate("fetch('/auth/refresh', { method: 'POST' }).then((answer) => answer.status)");
  await page.goto(`${url}/account`);
  await waitForText(page, '#profile', 'Ada');
}

function app() {
  const site = Fastify();
  site.register(fastifyForm).register(fastifyCookie);
  site.register(fastifyJwt, {
    secret: 'a secret that is long enough for HS256',
    cookie: { cookieName: 'token', signed: false },
  });
  const issue = (reply: FastifyReply) => {
    const cookie = { httpOnly: true, sameSite: 'lax' } as const;
    reply.setCookie(
      'token',
      site.jwt.sign({ sub: USER.id, jti: randomUUID() }, { expiresIn: '10m' }),
      { ...cookie, path: '/' },
    );
    return reply.setCookie(
      'refreshToken',
      site.jwt.sign({ sub: USER.id, jti: randomUUID() }, { expiresIn: '7d' }),
      { ...cookie, path: '/auth/refresh', maxAge: 604_800 },
    );
  };
  site.get('/', (_, reply) => reply.type('text/html').send(homePage()));
  site.get('/login', (_, reply) => reply.type('text/html').send(loginPage()));
  site.post<{ Body: Record<string, string> }>('/login', async (request, reply) => {
    if (!isUser(request.body.username, request.body.password)) return reply.code(401).send();
    return issue(reply).redirect('/account');
  });
  site.post('/auth/refresh', async (request, reply) => {
    site.jwt.verify(request.cookies.refreshToken ?? '');
    return issue(reply).send({ ok: true });
  });
  site.register(async (inside) => {
    inside.addHook('preHandler', async (request, reply) => {
      await request.jwtVerify({ onlyCookie: true }).catch(() => reply.redirect('/login'));
    });
    inside.get('/account', (_, reply) => reply.type('text/html').send(accountPage()));
    inside.get('/api/profile', async () => PROFILE);
    inside.post('/account', (_, reply) => reply.redirect('/account'));
    inside.post('/logout', (_, reply) =>
      reply
        .clearCookie('token', { path: '/' })
        .clearCookie('refreshToken', { path: '/auth/refresh' })
        .redirect('/'),
    );
  });
  return site;
}
