import { html, type startLab } from './lab.js';

const SERVICE_WORKER = `
  self.addEventListener('install', () => self.skipWaiting());
  self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  self.addEventListener('message', () => fetch('/by-service-worker'));`;

export const routes: Parameters<typeof startLab>[0] = {
  '/first': (_, response) => {
    response.writeHead(302, {
      location: '/second',
      'set-cookie': ['hop1=aaaaaaaaaaaaaaaaaaaaaaaa', 'other=1'],
    });
    response.end();
  },
  '/second': (_, response) => {
    response.writeHead(303, { location: '/end', 'set-cookie': 'hop2=bbbbbbbbbbbbbbbbbbbbbbbb' });
    response.end();
  },
  '/empty': (_, response) => void response.writeHead(204, { 'set-cookie': 'empty=1' }).end(),
  '/etag': (request, response) => {
    const known = request.headers['if-none-match'] === '"x"';
    response.writeHead(known ? 304 : 200, { etag: '"x"', 'cache-control': 'no-cache' }).end();
  },
  '/basic': (request, response) => {
    if (request.headers.authorization) return html(response, 'in');
    response.writeHead(401, {
      'www-authenticate': 'Basic realm="lab"',
      'set-cookie': 'challenge=cccccccccccccccccccccccc',
    });
    response.end();
  },
  '/broken': (request) => void request.socket.destroy(),
  '/worker.js': (_, response) => {
    response.setHeader('content-type', 'text/javascript');
    response.end(SERVICE_WORKER);
  },
  '/malformed': (_, response) => {
    response.setHeader('set-cookie', [
      '=',
      ';;;',
      'a',
      '__proto__=1; Path',
      'n\u00e4me=<b>',
      'x=1; Max-Age=zzz',
    ]);
    html(response, 'odd');
  },
  '/huge': (_, response) => {
    response.setHeader('x-huge', 'h'.repeat(100_000));
    html(response, 'huge');
  },
};
