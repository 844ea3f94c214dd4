import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'bottle-cookie.test';

/**
 * Bottle’s signed cookie with the account’s name: the server keeps nothing, nor is it set before
 * the login.
 */
export const application: Application = {
  name: 'bottle-cookie',
  kind: 'application',
  language: 'Python',
  packages: ['python3-bottle'],
  docs: [
    // "response.set_cookie("account", username, secret=’some-secret-key’)", "delete_cookie".
    'https://bottlepy.org/docs/0.12/tutorial.html#signed-cookies',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      // cookie_encode: "!", base64 of an HMAC, "?", base64 of a pickle.
      { carrier: 'cookie', name: 'account', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'rows', role: 'preference' },
      { carrier: 'url', name: 'rows', role: 'other' },
    ],
  },
  proof: { url: /\/restricted$/, knows: ({ status }) => status === 200 },
  start: (scratch) => program(scratch, HOST, '/usr/bin/python3', [programFile('bottle-cookie.py')]),
  visit: programVisit({ login: '/hello', guarded: '/restricted', more: ['/restricted/closed'] }),
};
