import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'pusher-private.test';

/**
 * Pusher's client: a public application key, a signature for each private channel, and a session
 * cookie that nothing names.
 */
export const application: Application = {
  name: 'pusher-private',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "The app key … is public"; "auth: <key>:<signature>" of socket_id and channel.
    'https://pusher.com/docs/channels/library_auth_reference/auth-signatures/',
    // "saveUninitialized", "name".
    'https://github.com/expressjs/session',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'kitchen.sid', role: 'session', format: 'signed' },
      { carrier: 'body', name: /(^|\/)(auth|socket_id)$/, role: 'other' },
      { carrier: 'websocket', name: /./, role: 'other' },
      { carrier: 'url', name: /./, role: 'other' },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
      { carrier: 'localStorage', name: /^pusher/, role: 'other' },
    ],
  },
  proof: { url: /\/orders$/, knows: ({ status }) => status === 200 },
  start: (scratch) => tokenProgram(scratch, HOST, 'pusher-private'),
  visit: tokenVisit(),
};
