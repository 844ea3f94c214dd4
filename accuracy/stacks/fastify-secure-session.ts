import { randomBytes } from 'node:crypto';
import fastifyForm from '@fastify/formbody';
import secureSession from '@fastify/secure-session';
import Fastify from 'fastify';
import { formVisit } from '../support/drive.js';
import { fastifyServer } from '../support/fastify.js';
import { accountPage, homePage, isUser, loginPage, PROFILE } from '../support/site.js';
import type { Stack } from '../support/stack.js';

declare module '@fastify/secure-session' {
  interface SessionData {
    user: string;
  }
}

/** Sealed state in a cookie, encrypted with libsodium. */
export const stack: Stack = {
  name: 'fastify-secure-session',
  half: 'held-out',
  docs: [
    // "Create a secure stateless cookie session for Fastify, based on libsodium's Secret Key Box
    // Encryption"; "cookieName: … if not specified, defaults to sessionName (session)".
    'https://github.com/fastify/fastify-secure-session#readme',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: 'fastify-secure-session.test',
    credentials: [{ carrier: 'cookie', name: 'session', role: 'session' }],
  },
  start: () => fastifyServer('fastify-secure-session.test', app()),
  visit: formVisit(),
};

function app() {
  const site = Fastify();
  site.register(fastifyForm);
  site.register(secureSession, {
    key: randomBytes(32),
    cookie: { path: '/', httpOnly: true, sameSite: 'lax' },
  });
  site.get('/', (_, reply) => reply.type('text/html').send(homePage()));
  site.get('/login', (_, reply) => reply.type('text/html').send(loginPage()));
  site.post<{ Body: Record<string, string> }>('/login', async (request, reply) => {
    if (!isUser(request.body.username, request.body.password)) return reply.code(401).send();
    request.session.regenerate();
    request.session.set('user', request.body.username);
    return reply.redirect('/account');
  });
  site.register(async (inside) => {
    inside.addHook('preHandler', async (request, reply) =>
      request.session.get('user') ? undefined : reply.redirect('/login'),
    );
    inside.get('/account', (_, reply) => reply.type('text/html').send(accountPage()));
    inside.get('/api/profile', async () => PROFILE);
    inside.post('/account', (_, reply) => reply.redirect('/account'));
    inside.post('/logout', (request, reply) => {
      request.session.delete();
      return reply.redirect('/');
    });
  });
  return site;
}
