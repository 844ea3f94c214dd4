import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'beaker-session.test';

/** Bottle with Beaker: a session in files, its id signed in the cookie. */
export const application: Application = {
  name: 'beaker-session',
  kind: 'application',
  language: 'Python',
  packages: ['python3-bottle', 'python3-beaker'],
  docs: [
    // "session.key: beaker.session.id", "secret: used with the HMAC to ensure session integrity";
    // session.delete() removes the session's data and its cookie.
    'https://beaker.readthedocs.io/en/latest/sessions.html',
    'https://bottlepy.org/docs/0.12/recipes.html#keeping-track-of-sessions',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      // 40 hexadecimal digits of an HMAC, then the id; what belongs to it stays with the server.
      { carrier: 'cookie', name: 'beaker.session.id', role: 'session' },
      { carrier: 'cookie', name: 'units', role: 'preference' },
    ],
  },
  proof: { url: /\/kitchen$/, knows: ({ status }) => status === 200 },
  start: (scratch) =>
    program(scratch, HOST, '/usr/bin/python3', [programFile('beaker-session.py')]),
  visit: programVisit({ login: '/signin', guarded: '/kitchen', more: ['/pantry'] }),
};
