import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'hunchentoot.test';

/**
 * Hunchentoot, Common Lisp's web server: a session whose cookie counts, and proves the count by a
 * hash.
 */
export const application: Application = {
  name: 'hunchentoot',
  kind: 'application',
  language: 'Common Lisp',
  packages: ['cl-hunchentoot', 'cl-who', 'sbcl'],
  docs: [
    // "Automatic session handling": start-session, session-value, remove-session.
    'https://edicl.github.io/hunchentoot/#sessions',
    // session-cookie-value: "~D:~A" of the session's number and a hash of it with a secret;
    // session-cookie-name: "hunchentoot-session". What belongs to it stays in the server.
    '/usr/share/common-lisp/source/hunchentoot/session.lisp',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'hunchentoot-session', role: 'session' },
      { carrier: 'cookie', name: 'colours', role: 'preference' },
    ],
  },
  proof: { url: /\/almanac$/, knows: ({ status }) => status === 200 },
  start(scratch) {
    // Compiles what it loads, the first time.
    const load = ['--eval', '(require :asdf)', '--eval', '(asdf:load-system :hunchentoot)'];
    scratch.run('sbcl', ['--non-interactive', ...load]);
    const site = programFile('hunchentoot.lisp');
    return program(scratch, HOST, 'sbcl', ['--noinform', '--non-interactive', '--load', site]);
  },
  visit: programVisit({ login: '/login', guarded: '/almanac', more: ['/tides'] }),
};
