import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'cherrypy-auth.test';

/** CherryPy’s sessions, in the server’s memory, with a new id at login. */
export const application: Application = {
  name: 'cherrypy-auth',
  kind: 'application',
  language: 'Python',
  packages: ['python3-cherrypy3'],
  docs: [
    // "tools.sessions.on", "session_id" is the name of the cookie.
    'https://docs.cherrypy.dev/en/latest/basics.html#using-sessions',
    // Session: generate_id(), 20 random bytes in hexadecimal; regenerate().
    '/usr/lib/python3/dist-packages/cherrypy/lib/sessions.py',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'session_id', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'fontsize', role: 'preference' },
      { carrier: 'url', name: /^(size|from_page)$/, role: 'other' },
    ],
  },
  proof: { url: /\/members$/, knows: ({ status }) => status === 200 },
  start: (scratch) => program(scratch, HOST, '/usr/bin/python3', [programFile('cherrypy-auth.py')]),
  visit: programVisit({
    login: '/auth/login',
    guarded: '/members',
    more: ['/minutes'],
  }),
};
