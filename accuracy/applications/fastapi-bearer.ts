import type { Application } from './support/application.js';
import { program, programFile } from './support/program.js';
import { tokenVisit } from './support/token-visit.js';

const HOST = 'fastapi-bearer.test';

/** FastAPI’s tutorial on bearer tokens, with a page that keeps its token in sessionStorage. */
export const application: Application = {
  name: 'fastapi-bearer',
  kind: 'application',
  language: 'Python',
  packages: ['python3-fastapi', 'python3-uvicorn', 'python3-multipart', 'python3-jose'],
  docs: [
    // {"access_token": …, "token_type": "bearer"} of POST /token; "sub" and "exp", HS256, 30
    // minutes.
    'https://fastapi.tiangolo.com/tutorial/security/oauth2-jwt/',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    forgets: true,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      { carrier: 'sessionStorage', name: 'token', role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: '/access_token', role: 'access-token', format: 'jwt' },
      { carrier: 'localStorage', name: 'layout', role: 'preference' },
    ],
  },
  proof: { url: /\/users\/me\/items\/$/, knows: ({ status }) => status === 200 },
  start: (scratch) =>
    program(scratch, HOST, '/usr/bin/python3', [programFile('fastapi-bearer.py')]),
  visit: tokenVisit({ chosen: 'wide', known: 'Foo' }),
};
