import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'tornado-user.test';

/** Tornado’s signed cookie of the user’s name, and its masked value against forgery. */
export const application: Application = {
  name: 'tornado-user',
  kind: 'application',
  language: 'Python',
  packages: ['python3-tornado'],
  docs: [
    // "set_signed_cookie(’user’, …)", "xsrf_cookies": the cookie _xsrf and the field of that name.
    'https://www.tornadoweb.org/en/stable/guide/security.html',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      // 2|1:0|10:time|4:user|value|HMAC: nothing is kept by the server.
      { carrier: 'cookie', name: 'user', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: '_xsrf', role: 'csrf' },
      { carrier: 'cookie', name: 'locale', role: 'preference' },
      { carrier: 'body', name: /^(_xsrf|input\[_xsrf\])$/, role: 'csrf' },
      { carrier: 'url', name: /^(code|error|next)$/, role: 'other' },
    ],
  },
  proof: { url: /\/notes$/, knows: ({ status }) => status === 200 },
  start: (scratch) => program(scratch, HOST, '/usr/bin/python3', [programFile('tornado-user.py')]),
  visit: programVisit({
    login: '/auth/login',
    guarded: '/notes',
    more: ['/archive'],
    userField: 'name',
  }),
};
