import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import session, { MemoryStore } from 'express-session';

declare module 'express-session' {
  interface SessionData {
    farmUser?: string;
  }
}

export interface SessionFarm {
  url: string;
  close(): Promise<void>;
}

/**
 * Two real servers with express-session behind a proxy that sends requests to them in turn: each
 * with a store of its own, or both with one store.
 */
export async function startFarm({
  shared,
  greets,
}: {
  shared: boolean;
  greets: boolean;
}): Promise<SessionFarm> {
  const store = new MemoryStore();
  const servers: Server[] = [];
  for (let n = 0; n < 2; n++)
    servers.push(await listen(createServer(shop(shared ? store : new MemoryStore(), greets))));
  let turn = 0;
  const proxy = await listen(
    createServer((incoming, outgoing) => {
      const { port } = servers[turn++ % servers.length]!.address() as AddressInfo;
      const onward = request(
        {
          host: '127.0.0.1',
          port,
          method: incoming.method,
          path: incoming.url,
          headers: incoming.headers,
        },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 500, answer.rawHeaders);
          answer.pipe(outgoing);
        },
      );
      incoming.pipe(onward);
    }),
  );
  const close = (server: Server) =>
    new Promise<void>((resolve) => void server.close(() => resolve()));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    close: async () => void (await Promise.all([proxy, ...servers].map(close))),
  };
}

/** `greets`: a visitor gets a session before the login, as most frameworks do. */
function shop(store: session.Store, greets: boolean) {
  const app = express();
  app.use(
    session({
      secret: 'the same on both',
      resave: false,
      saveUninitialized: greets,
      store,
      name: 'connect.sid',
    }),
  );
  app.use(express.urlencoded({ extended: false }));
  app.get(
    '/login',
    (_, response) =>
      void response.send(
        '<form method="post"><input name="user"><input type="password" name="password"></form>',
      ),
  );
  app.post('/login', (request_, response) => {
    request_.session.regenerate(() => {
      request_.session.farmUser = 'ada';
      response.redirect(303, '/account');
    });
  });
  app.post('/logout', (request_, response) =>
    request_.session.destroy(() => response.clearCookie('connect.sid').redirect(303, '/login')),
  );
  app.get(['/account', '/orders'], (request_, response) => {
    if (request_.session.farmUser === undefined) response.redirect(302, '/login');
    else response.send(`Hello ${request_.session.farmUser}`);
  });
  return app;
}

function listen(server: Server): Promise<Server> {
  return new Promise((resolve) => void server.listen(0, '127.0.0.1', () => resolve(server)));
}
