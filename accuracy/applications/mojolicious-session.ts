import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'mojolicious-session.test';

/** Mojolicious: the session itself in a signed cookie of an hour. */
export const application: Application = {
  name: 'mojolicious-session',
  kind: 'application',
  language: 'Perl',
  packages: ['libmojolicious-perl'],
  docs: [
    // "sessions are stored in HMAC-SHA256 signed cookies", base64 of JSON; cookie_name
    // "mojolicious".
    'https://docs.mojolicious.org/Mojolicious/Sessions',
    // csrf_field: csrf_token, kept in the session.
    'https://docs.mojolicious.org/Mojolicious/Plugin/TagHelpers#csrf_field',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'mojolicious', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'colour', role: 'preference' },
      { carrier: 'body', name: /^(csrf_token|input\[csrf_token\])$/, role: 'csrf' },
    ],
  },
  proof: { url: /\/protected$/, knows: ({ status }) => status === 200 },
  start: (scratch) => program(scratch, HOST, 'perl', [programFile('mojolicious-session.pl')]),
  visit: programVisit({
    login: '/login',
    guarded: '/protected',
    more: ['/profile'],
    userField: 'user',
  }),
};
