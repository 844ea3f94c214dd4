import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'trpc-notes.test';

/**
 * tRPC: the login is a mutation in a batch, the token is opaque and goes in a header that the page
 * chose, beside a device's id.
 */
export const application: Application = {
  name: 'trpc-notes',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "headers()" of httpBatchLink; `?batch=1`.
    'https://trpc.io/docs/client/headers',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'x-notes-ticket', role: 'access-token', format: 'opaque' },
      { carrier: 'localStorage', name: 'notes:ticket', role: 'access-token', format: 'opaque' },
      { carrier: 'body', name: /ticket$/, role: 'access-token', format: 'opaque' },
      { carrier: 'header', name: 'x-notes-device', role: ['device', 'other'] },
      { carrier: 'localStorage', name: 'notes:device', role: ['device', 'other'] },
      { carrier: 'body', name: /etag$/, role: 'other' },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  proof: { url: /trpc\/.*self/, knows: ({ status }) => status === 200 },
  start: (scratch) => tokenProgram(scratch, HOST, 'trpc-notes'),
  visit: tokenVisit(),
};
