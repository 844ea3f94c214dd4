import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'plack-session.test';

/** Plack’s session with its guard against forgery, which writes a short field into every form. */
export const application: Application = {
  name: 'plack-session',
  kind: 'application',
  language: 'Perl',
  packages: [
    'libplack-perl',
    'libplack-middleware-session-perl',
    'libplack-middleware-csrfblock-perl',
  ],
  docs: [
    // Plack::Session::State::Cookie: session_key "plack_session", the id a SHA-1 in hexadecimal;
    // "expire".
    'https://metacpan.org/pod/Plack::Middleware::Session',
    // parameter_name "SEC", token_length 16; the token stays with the session.
    'https://metacpan.org/pod/Plack::Middleware::CSRFBlock',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'plack_session', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'voice', role: 'preference' },
      { carrier: 'body', name: /^(SEC|input\[SEC\])$/, role: 'csrf' },
      { carrier: 'url', name: 'part', role: 'other' },
    ],
  },
  proof: { url: /\/songs$/, knows: ({ status }) => status === 200 },
  start: (scratch) =>
    program(scratch, HOST, 'plackup', [
      '--host',
      '127.0.0.1',
      '--port',
      'PORT',
      '--env',
      'deployment',
      programFile('plack-session.psgi'),
    ]),
  visit: programVisit({
    login: '/sign_on',
    guarded: '/songs',
    more: ['/songs/old'],
    userField: 'singer',
  }),
};
