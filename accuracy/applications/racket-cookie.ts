import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'racket-cookie.test';

/** Racket’s web server with its id cookies: who somebody is, since when, and a digest of both. */
export const application: Application = {
  name: 'racket-cookie',
  kind: 'application',
  language: 'Racket',
  packages: ['racket'],
  docs: [
    // make-id-cookie: "an authenticated cookie": a signature, the time and the data;
    // logout-id-cookie.
    'https://docs.racket-lang.org/web-server/http.html#(part._id-cookie)',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'observer', role: 'session' },
      { carrier: 'cookie', name: 'light', role: 'preference' },
      { carrier: 'url', name: 'light', role: 'other' },
    ],
  },
  proof: { url: /\/sky$/, knows: ({ status }) => status === 200 },
  start: (scratch) => program(scratch, HOST, 'racket', [programFile('racket-cookie.rkt')]),
  visit: programVisit({
    login: '/dome',
    guarded: '/sky',
    more: ['/sky/south'],
    userField: 'observer',
  }),
};
