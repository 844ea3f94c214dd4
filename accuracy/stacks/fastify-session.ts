import fastifyCookie from '@fastify/cookie';
import fastifyCsrf from '@fastify/csrf-protection';
import fastifyForm from '@fastify/formbody';
import fastifySession from '@fastify/session';
import Fastify from 'fastify';
import { formVisit } from '../support/drive.js';
import { fastifyServer } from '../support/fastify.js';
import { accountPage, homePage, isUser, loginPage, PROFILE } from '../support/site.js';
import type { Stack } from '../support/stack.js';

declare module 'fastify' {
  interface Session {
    user?: string;
  }
}

/** A server-side session with synchroniser tokens in its forms. */
export const stack: Stack = {
  name: 'fastify-session',
  half: 'tuning',
  docs: [
    // "cookieName: The name of the session cookie. Defaults to sessionId."
    'https://github.com/fastify/session#readme',
    // "the token … can be sent in … req.body._csrf" (the secret stays in the session:
    // sessionPlugin).
    'https://github.com/fastify/csrf-protection#readme',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: 'fastify-session.test',
    credentials: [
      { carrier: 'cookie', name: 'sessionId', role: 'session' },
      { carrier: 'body', name: /^(input\[_csrf\]|_csrf)$/, role: 'csrf' },
    ],
  },
  start: () => fastifyServer('fastify-session.test', app()),
  visit: formVisit(),
};

function app() {
  const site = Fastify();
  site.register(fastifyForm).register(fastifyCookie);
  site.register(fastifySession, {
    secret: 'a secret with minimum length of 32 characters',
    cookie: { secure: false },
    saveUninitialized: true,
  });
  site.register(fastifyCsrf, { sessionPlugin: '@fastify/session' });
  site.after(() => {
    const field = (value: string) => ({ csrf: { name: '_csrf', value } });
    site.get('/', (_, reply) => reply.type('text/html').send(homePage()));
    site.get('/login', (_, reply) =>
      reply.type('text/html').send(loginPage(field(reply.generateCsrf()))),
    );
    site.post<{ Body: Record<string, string> }>(
      '/login',
      { preHandler: site.csrfProtection },
      async (request, reply) => {
        if (!isUser(request.body.username, request.body.password)) return reply.code(401).send();
        await request.session.regenerate();
        request.session.user = request.body.username!;
        return reply.redirect('/account');
      },
    );
    site.register(async (inside) => {
      inside.addHook('preHandler', async (request, reply) =>
        request.session.user ? undefined : reply.redirect('/login'),
      );
      inside.get('/account', (_, reply) =>
        reply.type('text/html').send(accountPage(field(reply.generateCsrf()))),
      );
      inside.get('/api/profile', async () => PROFILE);
      inside.post('/account', { preHandler: site.csrfProtection }, (_, reply) =>
        reply.redirect('/account'),
      );
      inside.post('/logout', { preHandler: site.csrfProtection }, async (request, reply) => {
        await (request.session as unknown as { destroy(): Promise<void> }).destroy();
        return reply.clearCookie('sessionId', { path: '/' }).redirect('/');
      });
    });
  });
  return site;
}
