import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'centrifuge-live.test';

/**
 * Centrifugo's client beside a session: short JWTs for the connection and the channel, which the
 * session asks for.
 */
export const application: Application = {
  name: 'centrifuge-live',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "token" of the connect and subscribe frames; `getToken`.
    'https://centrifugal.dev/docs/server/authentication',
    // "connect.sid" is the default name; here one’s own.
    'https://github.com/expressjs/session#name',
  ],
  truth: {
    mechanism: ['session-cookie', 'hybrid'],
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'auction', role: 'session', format: 'signed' },
      { carrier: 'body', name: '/token', role: 'access-token', format: 'jwt' },
      { carrier: 'websocket', name: /token$/, role: 'access-token', format: 'jwt' },
      { carrier: 'websocket', name: /client$/, role: 'other' },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  proof: { url: /\/bids$/, knows: ({ status }) => status === 200 },
  start: (scratch) => tokenProgram(scratch, HOST, 'centrifuge-live'),
  visit: tokenVisit(),
};
