import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'aiohttp-session.test';

/** aiohttp’s session, encrypted in its cookie (Fernet), on a site in German. */
export const application: Application = {
  name: 'aiohttp-session',
  kind: 'application',
  language: 'Python',
  packages: ['python3-aiohttp-session', 'python3-cryptography'],
  docs: [
    // "EncryptedCookieStorage", "AIOHTTP_SESSION"; "new_session() … on login".
    'https://aiohttp-session.readthedocs.io/en/stable/',
    // Fernet: version, time, IV, AES-128-CBC and HMAC, in base64url.
    'https://github.com/fernet/spec/blob/master/Spec.md',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'AIOHTTP_SESSION', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'farbe', role: 'preference' },
      { carrier: 'url', name: 'falsch', role: 'other' },
    ],
  },
  proof: { url: /\/werkbank$/, knows: ({ status }) => status === 200 },
  start: (scratch) =>
    program(scratch, HOST, '/usr/bin/python3', [programFile('aiohttp-session.py')]),
  visit: programVisit({
    login: '/anmelden',
    guarded: '/werkbank',
    more: ['/lager'],
    userField: 'benutzer',
  }),
};
