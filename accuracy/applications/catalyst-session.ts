import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'catalyst-session.test';

/** The tutorial of Catalyst: an id in a cookie, kept on disk by the server. */
export const application: Application = {
  name: 'catalyst-session',
  kind: 'application',
  language: 'Perl',
  packages: [
    'libcatalyst-perl',
    'libcatalyst-modules-perl',
    'libplack-perl',
    'libcatalyst-plugin-session-store-file-perl',
  ],
  docs: [
    // Authentication, Session, State::Cookie; $c->logout.
    'https://metacpan.org/dist/Catalyst-Manual/view/lib/Catalyst/Manual/Tutorial/05_Authentication.pod',
    // cookie_name: "… appname_session"; generate_session_id: SHA-1 in hexadecimal; set with every
    // answer.
    '/usr/share/perl5/Catalyst/Plugin/Session/State/Cookie.pm',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'myapp_session', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'rows', role: 'preference' },
      { carrier: 'url', name: 'rows', role: 'other' },
    ],
  },
  proof: { url: /\/books\/list$/, knows: ({ status }) => status === 200 },
  start: (scratch) =>
    program(scratch, HOST, 'plackup', [
      '-o',
      '127.0.0.1',
      '-p',
      'PORT',
      programFile('catalyst-session.psgi'),
    ]),
  visit: programVisit({
    login: '/login',
    guarded: '/books/list',
    more: ['/books/authors'],
  }),
};
