import { USER } from '../support/site.js';
import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'starlette-session.test';

/** FastAPI with Starlette’s sessions: JSON, a time and a signature in a cookie of two weeks. */
export const application: Application = {
  name: 'starlette-session',
  kind: 'application',
  language: 'Python',
  packages: ['python3-fastapi', 'python3-uvicorn', 'python3-itsdangerous', 'python3-multipart'],
  docs: [
    // "Adds signed cookie-based HTTP sessions. Session information is readable but not modifiable";
    // session_cookie "session", max_age two weeks, emptied: "session=null" of 1970.
    'https://www.starlette.io/middleware/#sessionmiddleware',
    'https://github.com/encode/starlette/blob/0.26.1/starlette/middleware/sessions.py',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'session', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'season', role: 'preference' },
    ],
  },
  proof: { url: /\/beds$/, knows: ({ status }) => status === 200 },
  start: (scratch) =>
    program(scratch, HOST, '/usr/bin/python3', [programFile('starlette-session.py')]),
  visit: programVisit({
    login: '/login',
    guarded: '/beds',
    more: ['/beds/harvest'],
    userField: 'email',
    user: `${USER.name}@allotment.example`,
  }),
};
