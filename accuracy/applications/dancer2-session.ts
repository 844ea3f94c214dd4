import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'dancer2-session.test';

/** Dancr, the tutorial of Dancer2: sessions in the server’s memory. */
export const application: Application = {
  name: 'dancer2-session',
  kind: 'application',
  language: 'Perl',
  packages: ['libdancer2-perl', 'libplack-perl'],
  docs: [
    // "session ’logged_in’ => true", "app->destroy_session".
    'https://metacpan.org/dist/Dancer2/view/lib/Dancer2/Tutorial.pod',
    // cookie_name "dancer.session"; generate_id: URL-safe base64 of random bytes or a digest.
    'https://metacpan.org/pod/Dancer2::Core::Role::SessionFactory',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'dancer.session', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'css', role: 'preference' },
      { carrier: 'url', name: 'css', role: 'other' },
    ],
  },
  proof: { url: /\/add$/, knows: ({ status }) => status === 200 },
  start: (scratch) => program(scratch, HOST, 'perl', [programFile('dancer2-session.pl')]),
  visit: programVisit({
    login: '/login',
    guarded: '/add',
    more: ['/drafts'],
  }),
};
