import type { Application } from './support/application.js';
import { goProgram } from './support/go-program.js';
import { programVisit } from './support/program.js';

const HOST = 'gorilla-sessions.test';

/** Go with gorilla’s CookieStore and its guard against forgery: both cookies sealed alike. */
export const application: Application = {
  name: 'gorilla-sessions',
  kind: 'application',
  language: 'Go',
  packages: [
    'golang-go',
    'golang-github-gorilla-sessions-dev',
    'golang-github-gorilla-csrf-dev',
    'golang-github-gorilla-securecookie-dev',
  ],
  docs: [
    // NewCookieStore: "stores sessions using secure cookies", MaxAge 30 days; MaxAge < 0 deletes.
    'https://pkg.go.dev/github.com/gorilla/sessions@v1.2.1#NewCookieStore',
    // "_gorilla_csrf", field "gorilla.csrf.Token", masked anew for each page.
    'https://pkg.go.dev/github.com/gorilla/csrf@v1.7.1',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'hike', role: 'session' },
      { carrier: 'cookie', name: '_gorilla_csrf', role: 'csrf' },
      { carrier: 'cookie', name: 'layer', role: 'preference' },
      {
        carrier: 'body',
        name: /^(gorilla\.csrf\.Token|input\[gorilla\.csrf\.Token\])$/,
        role: 'csrf',
      },
      { carrier: 'url', name: 'layer', role: 'other' },
    ],
  },
  proof: { url: /\/trails$/, knows: ({ status }) => status === 200 },
  start: (scratch) => goProgram(scratch, HOST, 'gorilla-sessions.go'),
  visit: programVisit({
    login: '/session/new',
    guarded: '/trails',
    more: ['/trails/closed'],
    userField: 'hiker',
  }),
};
