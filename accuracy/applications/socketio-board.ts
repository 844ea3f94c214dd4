import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'socketio-board.test';

/**
 * Socket.IO with `auth: { token }`: an opaque key in localStorage, in the first packet of the
 * connection only.
 */
export const application: Application = {
  name: 'socketio-board',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "auth: { token }": sent with the CONNECT packet, `40{…}`.
    'https://socket.io/docs/v4/client-options/#auth',
    // "sid": the id of the Engine.IO session.
    'https://socket.io/docs/v4/engine-io-protocol/',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      {
        carrier: 'localStorage',
        name: /^board_user.*key$/,
        role: 'access-token',
        format: 'opaque',
      },
      { carrier: 'body', name: '/key', role: 'access-token', format: 'opaque' },
      { carrier: 'body', name: /(^|\/)token$/, role: 'access-token', format: 'opaque' },
      { carrier: 'websocket', name: /token$/, role: 'access-token', format: 'opaque' },
      {
        carrier: 'localStorage',
        name: /^board_user\/(nick|colour)$/,
        role: ['other', 'preference'],
      },
      // Names a connection.
      { carrier: 'url', name: 'sid', role: 'other' },
      { carrier: 'body', name: /sid$/, role: 'other' },
      { carrier: 'websocket', name: /sid$/, role: 'other' },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  start: (scratch) => tokenProgram(scratch, HOST, 'socketio-board'),
  visit: tokenVisit(),
};
