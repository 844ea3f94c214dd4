import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'webpy-session.test';

/** web.py’s session on disk, set again with every answer. */
export const application: Application = {
  name: 'webpy-session',
  kind: 'application',
  language: 'Python',
  packages: ['python3-webpy'],
  docs: [
    // "web.session.Session(app, web.session.DiskStore(…))"; cookie_name "webpy_session_id".
    'https://webpy.org/cookbook/sessions',
    // login, session.login, session.privilege; session.kill().
    'https://webpy.org/cookbook/userauth',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      // _generate_session_id: SHA-1 of random bytes, time, address and key; set with every answer.
      { carrier: 'cookie', name: 'webpy_session_id', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'view', role: 'preference' },
      { carrier: 'url', name: 'as', role: 'other' },
    ],
  },
  proof: { url: /\/todo$/, knows: ({ status }) => status === 200 },
  start: (scratch) => program(scratch, HOST, '/usr/bin/python3', [programFile('webpy-session.py')]),
  visit: programVisit({
    login: '/login',
    guarded: '/todo',
    more: ['/todo/done'],
    userField: 'user',
  }),
};
