import type { Application } from './support/application.js';
import { goProgram } from './support/go-program.js';
import { programVisit } from './support/program.js';

const HOST = 'macaron-session.test';

/** Macaron’s sessions in memory: a short id, given to whoever comes and kept at the login. */
export const application: Application = {
  name: 'macaron-session',
  kind: 'application',
  language: 'Go',
  packages: ['golang-go', 'golang-github-go-macaron-session-dev', 'golang-gopkg-macaron.v1-dev'],
  docs: [
    // CookieName "MacaronSession", IDLength 16: random bytes in hexadecimal; Destory ends it.
    'https://go-macaron.com/middlewares/session',
    'https://github.com/go-macaron/session/blob/66031fcb37a0/session.go',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'MacaronSession', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'lang', role: 'preference' },
      { carrier: 'url', name: 'lang', role: 'other' },
    ],
  },
  proof: { url: /\/sweets$/, knows: ({ status }) => status === 200 },
  start: (scratch) => goProgram(scratch, HOST, 'macaron-session.go'),
  visit: programVisit({
    login: '/user/login',
    guarded: '/sweets',
    more: ['/sweets/sold'],
    userField: 'user_name',
  }),
};
