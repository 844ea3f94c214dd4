import express from 'express';
import session from 'express-session';
import lusca from 'lusca';
import { spaVisit } from '../support/drive.js';
import { serve } from '../support/serve.js';
import { isUser, PROFILE } from '../support/site.js';
import { spaPage } from '../support/spa.js';
import type { Stack } from '../support/stack.js';

/** A session, and lusca's CSRF token in the cookie and the header that Angular agreed on. */
export const stack: Stack = {
  name: 'lusca',
  half: 'held-out',
  docs: [
    // "csrf.angular: shorthand setting to set lusca up to use the default settings for CSRF
    // validation according to the AngularJS docs" (cookie XSRF-TOKEN, header X-XSRF-TOKEN).
    'https://github.com/krakenjs/lusca#luscacsrfoptions',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: 'lusca.test',
    credentials: [
      { carrier: 'cookie', name: 'app', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'XSRF-TOKEN', role: 'csrf' },
      { carrier: 'header', name: 'x-xsrf-token', role: 'csrf' },
      { carrier: 'localStorage', name: 'sidebar', role: 'preference' },
    ],
  },
  start: () => serve('lusca.test', () => app()),
  visit: spaVisit,
};

const PAGE = spaPage(`
localStorage.setItem('sidebar', 'open');
const cookie = (name) => decodeURIComponent((document.cookie.split('; ').find((pair) => pair.startsWith(name + '=')) || '').slice(name.length + 1));
const guarded = (path, body) => { const options = asJson(body); options.headers['X-XSRF-TOKEN'] = cookie('XSRF-TOKEN'); return fetch(path, options); };
async function logIn() { const answer = await guarded('/login', credentials()); if (!answer.ok) throw answer.status; }
async function load() { const answer = await fetch('/profile'); return answer.ok ? (await answer.json()).name : 'refused: ' + answer.status; }
async function refresh() { const answer = await guarded('/profile', { city: 'Paris' }); return 'refresh ' + answer.status; }
async function logOut() { await guarded('/logout', {}); return 'logged out'; }
`);

function app() {
  const site = express();
  site.use(
    session({
      name: 'app',
      secret: 'a secret that is long enough',
      resave: false,
      saveUninitialized: true,
    }),
  );
  site.use(express.json());
  site.use(lusca.csrf({ angular: true }));
  site.get('/', (_, response) => void response.send(PAGE));
  site.post('/login', (request, response) => {
    if (!isUser(request.body.username, request.body.password)) return void response.sendStatus(401);
    Object.assign(request.session, { user: request.body.username });
    return void response.json({ ok: true });
  });
  site.use((request, response, next) =>
    'user' in request.session ? next() : void response.sendStatus(401),
  );
  site.get('/profile', (_, response) => void response.json(PROFILE));
  site.post('/profile', (_, response) => void response.json(PROFILE));
  site.post('/logout', (request, response, next) => {
    request.session.destroy((error) =>
      error ? next(error) : response.clearCookie('app').json({ ok: true }),
    );
  });
  return site;
}
