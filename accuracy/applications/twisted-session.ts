import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'twisted-session.test';

/**
 * twisted.web: a session in the server’s memory for whoever comes; an expired one is replaced at
 * once.
 */
export const application: Application = {
  name: 'twisted-session',
  kind: 'application',
  language: 'Python',
  packages: ['python3-twisted'],
  docs: [
    // "request.getSession", session.uid; "expire() … the session will be removed".
    'https://docs.twisted.org/en/stable/web/howto/web-in-60/session-basics.html',
    // cookiename: TWISTED_SESSION (TWISTED_SECURE_SESSION over TLS); _mkuid: 32 hexadecimal digits.
    'https://github.com/twisted/twisted/blob/twisted-22.4.0/src/twisted/web/server.py',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'TWISTED_SESSION', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'crust', role: 'preference' },
      { carrier: 'url', name: 'kind', role: 'other' },
    ],
  },
  proof: {
    url: /\/orders$/,
    knows: ({ status, body }) => status === 200 && body.includes('id="note"'),
  },
  start: (scratch) =>
    program(scratch, HOST, '/usr/bin/python3', [programFile('twisted-session.py')]),
  visit: programVisit({ login: '/enter', guarded: '/orders', more: ['/ledger'] }),
};
