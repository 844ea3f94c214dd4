import { USER } from '../support/site.js';
import type { Application } from './support/application.js';
import { program, programFile } from './support/program.js';
import { tokenVisit } from './support/token-visit.js';

const HOST = 'drf-token.test';

/**
 * Django REST framework’s own tokens: one row of the database, without an end, sent as "Token …".
 */
export const application: Application = {
  name: 'drf-token',
  kind: 'application',
  language: 'Python',
  packages: ['python3-djangorestframework'],
  docs: [
    // "Authorization: Token 9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b"; obtain_auth_token: {"token":
    // …}.
    'https://www.django-rest-framework.org/api-guide/authentication/#tokenauthentication',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'opaque' },
      { carrier: 'localStorage', name: 'books.user/token', role: 'access-token' },
      { carrier: 'body', name: '/token', role: 'access-token' },
      { carrier: 'localStorage', name: 'books.font', role: 'preference' },
    ],
  },
  proof: { url: /\/books\/$/, knows: ({ status }) => status === 200 },
  start: (scratch) => program(scratch, HOST, '/usr/bin/python3', [programFile('drf-token.py')]),
  visit: tokenVisit({ chosen: 'serif', known: USER.name }),
};
