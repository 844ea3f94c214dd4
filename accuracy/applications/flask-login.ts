import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'flask-login.test';

/**
 * Flask with Flask-Login and Flask-WTF: what is known of the user in a signed cookie, and a second
 * one that remembers.
 */
export const application: Application = {
  name: 'flask-login',
  kind: 'application',
  language: 'Python',
  packages: ['python3-flask-login', 'python3-flaskext.wtf'],
  docs: [
    // "Flask-Login" login example; "Remember Me … a cookie saved on the user’s computer";
    // "remember_token".
    'https://flask-login.readthedocs.io/en/latest/#remember-me',
    // "cryptographically sign the cookies": the session itself, without encryption.
    'https://flask.palletsprojects.com/en/latest/quickstart/#sessions',
    // CSRFProtect: the hidden field csrf_token, signed, of a value in the session.
    'https://flask-wtf.readthedocs.io/en/latest/csrf/',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'session', role: 'session', format: 'signed' },
      // encode_cookie: the user’s id, a bar, an HMAC.
      { carrier: 'cookie', name: 'remember_token', role: 'remember-me', format: 'signed' },
      { carrier: 'cookie', name: 'theme', role: 'preference' },
      { carrier: 'body', name: /^(csrf_token|input\[csrf_token\])$/, role: 'csrf' },
      { carrier: 'url', name: /^(next|text)$/, role: 'other' },
    ],
  },
  proof: { url: /\/notes$/, knows: ({ status }) => status === 200 },
  start: (scratch) => program(scratch, HOST, '/usr/bin/python3', [programFile('flask-login.py')]),
  visit: programVisit({
    login: '/login',
    guarded: '/notes',
    more: ['/settings'],
    remember: 'remember',
  }),
};
