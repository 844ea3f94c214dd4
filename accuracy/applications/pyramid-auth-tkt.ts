import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'pyramid-auth-tkt.test';

/**
 * Pyramid’s ticket in a cookie, beside a session of flash messages and a cookie against forgery.
 */
export const application: Application = {
  name: 'pyramid-auth-tkt',
  kind: 'application',
  language: 'Python',
  packages: ['python3-pyramid'],
  docs: [
    // AuthTktCookieHelper, "auth_tkt" by default; forget() deletes it.
    'https://docs.pylonsproject.org/projects/pyramid/en/latest/tutorials/wiki2/authentication.html',
    // CookieCSRFStoragePolicy: "stores the CSRF token in its own cookie", csrf_token.
    'https://docs.pylonsproject.org/projects/pyramid/en/latest/narr/security.html',
    // SignedCookieSessionFactory: cookie_name="session", serialized and signed.
    'https://docs.pylonsproject.org/projects/pyramid/en/latest/api/session.html',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      // A digest, the time, the user’s name: set for the host and for its domain.
      { carrier: 'cookie', name: 'auth_tkt', role: 'session', format: 'signed' },
      // Flash messages alone: who is logged in does not stand there.
      { carrier: 'cookie', name: 'session', role: 'other', format: 'signed' },
      { carrier: 'cookie', name: 'csrf_token', role: 'csrf' },
      { carrier: 'cookie', name: 'skin', role: 'preference' },
      { carrier: 'body', name: /^(csrf_token|input\[csrf_token\])$/, role: 'csrf' },
      { carrier: 'url', name: /^(skin|next)$/, role: 'other' },
    ],
  },
  proof: { url: /\/edit$/, knows: ({ status }) => status === 200 },
  start: (scratch) =>
    program(scratch, HOST, '/usr/bin/python3', [programFile('pyramid-auth-tkt.py')]),
  visit: programVisit({
    login: '/login',
    guarded: '/edit',
    more: ['/history'],
    userField: 'login',
  }),
};
