import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'plack-cookie.test';

/**
 * Plack’s session in its cookie: time, base64 of what it holds, a MAC; the logout takes out the
 * name.
 */
export const application: Application = {
  name: 'plack-cookie',
  kind: 'application',
  language: 'Perl',
  packages: ['libplack-perl', 'libplack-middleware-session-perl'],
  docs: [
    // "secret": an HMAC-SHA1 behind time and base64, parted by colons; session_key.
    'https://metacpan.org/pod/Plack::Middleware::Session::Cookie',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'regatta', role: 'session' },
      { carrier: 'cookie', name: 'flag', role: 'preference' },
      { carrier: 'url', name: 'flag', role: 'other' },
    ],
  },
  proof: { url: /\/boats$/, knows: ({ status }) => status === 200 },
  start: (scratch) =>
    program(scratch, HOST, 'plackup', [
      '--host',
      '127.0.0.1',
      '--port',
      'PORT',
      '--env',
      'deployment',
      programFile('plack-cookie.psgi'),
    ]),
  visit: programVisit({
    login: '/aboard',
    guarded: '/boats',
    more: ['/boats/old'],
    userField: 'rower',
  }),
};
