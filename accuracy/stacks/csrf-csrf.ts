import { randomUUID } from 'node:crypto';
import cookieParser from 'cookie-parser';
import { doubleCsrf } from 'csrf-csrf';
import express from 'express';
import session from 'express-session';
import { spaVisit } from '../support/drive.js';
import { serve } from '../support/serve.js';
import { isUser, PROFILE } from '../support/site.js';
import { spaPage } from '../support/spa.js';
import type { Stack } from '../support/stack.js';

/** A script-driven site with a session cookie and the signed double-submit pattern. */
export const stack: Stack = {
  name: 'csrf-csrf',
  half: 'tuning',
  docs: [
    // "This utility will set a cookie containing a hmac based CSRF token, the frontend should
    // include this CSRF token in an appropriate request header"; cookieName, and header
    // "x-csrf-token" by default.
    'https://github.com/Psifi-Solutions/csrf-csrf#readme',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: 'csrf-csrf.test',
    credentials: [
      { carrier: 'cookie', name: 'sid', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: '__Host-psifi.x-csrf-token', role: 'csrf' },
      { carrier: 'header', name: 'x-csrf-token', role: 'csrf' },
      { carrier: 'body', name: '/csrfToken', role: 'csrf' },
    ],
  },
  start: () => serve('csrf-csrf.test', () => app(), { secure: true }),
  visit: spaVisit,
};

const PAGE = spaPage(`
const guarded = async (path, body) => {
  const { csrfToken } = await (await fetch('/csrf-token')).json();
  const options = asJson(body);
  options.headers['x-csrf-token'] = csrfToken;
  return fetch(path, options);
};
async function logIn() { const answer = await guarded('/login', credentials()); if (!answer.ok) throw answer.status; }
async function load() {
  const answer = await guarded('/profile', { seen: true });
  return answer.ok ? (await answer.json()).name : 'refused: ' + answer.status;
}
async function logOut() { await guarded('/logout', {}); return 'logged out'; }
`);

function app() {
  const { generateCsrfToken, doubleCsrfProtection } = doubleCsrf({
    getSecret: () => 'a secret that is long enough',
    getSessionIdentifier: (request) => request.sessionID,
  });
  const site = express();
  site.use(
    session({
      name: 'sid',
      genid: () => randomUUID(),
      secret: 'another secret',
      resave: false,
      saveUninitialized: true,
      cookie: { secure: true },
    }),
  );
  site.use(cookieParser(), express.json());
  site.get('/', (_, response) => void response.send(PAGE));
  site.get(
    '/csrf-token',
    (request, response) =>
      void response.json({ csrfToken: generateCsrfToken(request, response, { overwrite: true }) }),
  );
  site.use(doubleCsrfProtection);
  site.post('/login', (request, response, next) => {
    if (!isUser(request.body.username, request.body.password)) return void response.sendStatus(401);
    request.session.regenerate((error) => {
      if (error) return next(error);
      Object.assign(request.session, { user: request.body.username });
      response.json({ ok: true });
    });
  });
  site.post(
    '/profile',
    (request, response) =>
      void response.status('user' in request.session ? 200 : 401).json(PROFILE),
  );
  site.post('/logout', (request, response, next) => {
    request.session.destroy((error) =>
      error ? next(error) : response.clearCookie('sid').json({ ok: true }),
    );
  });
  return site;
}
