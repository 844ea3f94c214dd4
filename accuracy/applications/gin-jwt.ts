import { USER } from '../support/site.js';
import type { Application } from './support/application.js';
import { goProgram } from './support/go-program.js';
import { tokenVisit } from './support/token-visit.js';

const HOST = 'gin-jwt.test';

/** Gin with gin-jwt: one JWT that renews itself, kept by the page; its logout only answers. */
export const application: Application = {
  name: 'gin-jwt',
  kind: 'application',
  language: 'Go',
  packages: ['golang-go', 'golang-github-appleboy-gin-jwt-dev', 'golang-github-gin-gonic-gin-dev'],
  docs: [
    // {"code": 200, "expire": …, "token": …}; "exp" and "orig_iat"; GET refresh_token with the
    // token itself.
    'https://github.com/appleboy/gin-jwt/blob/v2.6.4/README.md',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      { carrier: 'localStorage', name: 'auth/token', role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: '/token', role: 'access-token', format: 'jwt' },
      { carrier: 'localStorage', name: 'size', role: 'preference' },
    ],
  },
  proof: { url: /\/auth\/hello$/, knows: ({ status }) => status === 200 },
  start: (scratch) => goProgram(scratch, HOST, 'gin-jwt.go'),
  visit: tokenVisit({ chosen: 'large', known: USER.name, renews: true }),
};
