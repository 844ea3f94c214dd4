import { randomBytes } from 'node:crypto';
import http, { type RequestListener } from 'node:http';
import secureSession from '@fastify/secure-session';
import Hapi from '@hapi/hapi';
import yar from '@hapi/yar';
import cookieSession from 'cookie-session';
import express, { type Request } from 'express';
import expressSession from 'express-session';
import Fastify from 'fastify';
import { getIronSession } from 'iron-session';
import Koa from 'koa';
import koaSession from 'koa-session';
import { close, listen } from '../support/serve.js';
import type { Running } from '../support/stack.js';
import type { Told } from './settings.js';

/** A session library with every option set as it should not be. */
export interface Library {
  framework: string;
  insecure: Told['options'];
  /** `GET /login` logs in, and every other page says whether somebody is. */
  start(told: Told): Promise<Running>;
}

const SECRET = 'a secret of at least thirty-two characters';
const TEN_DAYS = 10 * 24 * 3_600;
const cookie = {
  secure: false,
  httpOnly: false,
  sameSite: 'none',
  domain: 'example.net',
  path: '/x',
};

type WithSession = Request & { session: { user?: string } };

function expressWith(middleware: express.RequestHandler, { behindProxy }: Told): RequestListener {
  const app = express();
  if (behindProxy) app.set('trust proxy', 1);
  app.use(middleware);
  app.get('/{*path}', (request, response) => {
    const { session } = request as WithSession;
    if (request.path === '/login') session.user = 'ada';
    response.send(session.user ?? 'nobody');
  });
  return app;
}

async function served(handler: RequestListener): Promise<Running> {
  const server = http.createServer(handler);
  return { url: await listen(server, '127.0.0.1'), stop: () => close(server) };
}

export const LIBRARIES: readonly Library[] = [
  {
    framework: 'express-session',
    insecure: { cookie: { ...cookie, path: '/', maxAge: TEN_DAYS * 1000 } },
    start: (told) => {
      const more = { secret: SECRET, resave: false, saveUninitialized: false };
      return served(expressWith(expressSession({ ...more, ...told.options }), told));
    },
  },
  {
    framework: 'cookie-session',
    insecure: { ...cookie, maxAge: TEN_DAYS * 1000 },
    start: (told) => served(expressWith(cookieSession({ keys: [SECRET], ...told.options }), told)),
  },
  {
    framework: 'koa-session',
    insecure: { ...cookie, maxAge: TEN_DAYS * 1000 },
    start: ({ options, behindProxy }) => {
      const app = new Koa();
      app.keys = [SECRET];
      app.proxy = behindProxy;
      app.use(koaSession(options, app)).use((context) => {
        if (context.path === '/login') context.session!.user = 'ada';
        context.body = (context.session?.user as string | undefined) ?? 'nobody';
      });
      return served(app.callback());
    },
  },
  {
    framework: 'iron-session',
    insecure: { cookieName: 'shop', cookieOptions: { ...cookie, maxAge: TEN_DAYS } },
    start: ({ options }) => {
      const sealed = { cookieName: 'shop', password: SECRET, ...options };
      return served(async (request, response) => {
        const session = await getIronSession<{ user?: string }>(request, response, sealed);
        if (request.url === '/login') {
          session.user = 'ada';
          await session.save();
        }
        response.end(session.user ?? 'nobody');
      });
    },
  },
  {
    framework: 'hapi',
    insecure: {
      maxCookieSize: 0,
      cookieOptions: {
        password: SECRET,
        isSecure: false,
        isHttpOnly: false,
        isSameSite: 'None',
        ttl: TEN_DAYS * 1000,
        domain: 'example.net',
        path: '/x',
      },
    },
    start: async ({ options }) => {
      const server = Hapi.server({ host: '127.0.0.1', port: 0 });
      await server.register({ plugin: yar, options: options as never });
      server.route({
        method: 'GET',
        path: '/{path*}',
        handler: ({ path, yar: session }) => {
          if (path === '/login') session.set('user', 'ada');
          return (session.get('user') as string | null) ?? 'nobody';
        },
      });
      await server.start();
      return { url: server.info.uri, stop: () => server.stop({ timeout: 100 }) };
    },
  },
  {
    framework: 'Fastify secure session',
    insecure: { cookie: { ...cookie, maxAge: TEN_DAYS } },
    start: async ({ options }) => {
      const app = Fastify();
      await app.register(secureSession, { key: randomBytes(32), ...options } as never);
      app.get('/*', (request) => {
        if (request.url === '/login') request.session.set('user' as never, 'ada' as never);
        return (request.session.get('user' as never) as string | undefined) ?? 'nobody';
      });
      return { url: await app.listen({ host: '127.0.0.1', port: 0 }), stop: () => app.close() };
    },
  },
];
