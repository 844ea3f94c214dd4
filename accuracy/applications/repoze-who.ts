import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'repoze-who.test';

/** repoze.who’s ticket: one value, set three times, for the host, its domain and all below it. */
export const application: Application = {
  name: 'repoze-who',
  kind: 'application',
  language: 'Python',
  packages: ['python3-repoze.who', 'python3-waitress'],
  docs: [
    // auth_tkt: digest, time, user; "remember" and "forget" give Set-Cookie lines with and without
    // Domain.
    'https://repozewho.readthedocs.io/en/latest/plugins.html',
    // api.login, api.logout; forget sets "INVALID" of 1997.
    'https://repozewho.readthedocs.io/en/latest/api.html',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'auth_tkt', role: 'session' },
      { carrier: 'cookie', name: 'depth', role: 'preference' },
      { carrier: 'url', name: /^(depth|came_from)$/, role: 'other' },
    ],
  },
  proof: { url: /\/moorings$/, knows: ({ status }) => status === 200 },
  start: (scratch) => program(scratch, HOST, '/usr/bin/python3', [programFile('repoze-who.py')]),
  visit: programVisit({
    login: '/login',
    guarded: '/moorings',
    more: ['/moorings/south'],
    userField: 'login',
  }),
};
