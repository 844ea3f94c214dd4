import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'csrf-sync-form.test';

/**
 * csrf-sync over express-session, with a card that remembers; a balancer's and a bot manager's
 * cookie beside them.
 */
export const application: Application = {
  name: 'csrf-sync-form',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "synchroniser token pattern … x-csrf-token".
    'https://github.com/Psifi-Solutions/csrf-sync',
    // "saveUninitialized", "name".
    'https://github.com/expressjs/session',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'lib', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'reader_card', role: 'remember-me', format: 'opaque' },
      { carrier: 'cookie', name: 'lb_backend', role: 'load-balancer' },
      { carrier: 'cookie', name: '_edge_bm', role: ['device', 'other', 'tracking'] },
      { carrier: 'header', name: 'x-csrf-token', role: 'csrf' },
      { carrier: 'body', name: '/token', role: 'csrf' },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  proof: { url: /\/loans$/, knows: ({ status }) => status === 200 },
  start: (scratch) => tokenProgram(scratch, HOST, 'csrf-sync-form'),
  visit: tokenVisit(),
};
