import express from 'express';
import session from 'express-session';
import { formVisit } from '../support/drive.js';
import {
  noiseRoutes,
  NOISE_HEAD,
  analyticsLabels,
  consentLabels,
  preferenceLabels,
} from '../support/noise.js';
import { serve } from '../support/serve.js';
import { accountPage, homePage, isUser, loginPage, PROFILE } from '../support/site.js';
import type { Stack } from '../support/stack.js';

declare module 'express-session' {
  interface SessionData {
    user?: string;
  }
}

/** The classic mistake: one session id before the login, after it, and after the logout. */
export const stack: Stack = {
  name: 'kept-session',
  half: 'tuning',
  docs: [
    // "saveUninitialized: forces a session that is 'uninitialized' to be saved"; only `regenerate`
    // gives a new id.
    'https://expressjs.com/en/resources/middleware/session.html',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: 'kept-session.test',
    credentials: [
      { carrier: 'cookie', name: 'shop.sid', role: 'session', format: 'signed' },
      ...analyticsLabels,
      ...consentLabels,
      ...preferenceLabels,
    ],
  },
  start: () => serve('kept-session.test', () => app()),
  visit: formVisit(),
};

function app() {
  const site = express();
  site.use(noiseRoutes());
  site.use(
    session({
      name: 'shop.sid',
      secret: 'a secret that is long enough',
      resave: false,
      saveUninitialized: true,
    }),
  );
  site.use(express.urlencoded({ extended: false }));
  site.get('/', (_, response) => void response.send(homePage({ head: NOISE_HEAD })));
  site.get('/login', (_, response) => void response.send(loginPage({ head: NOISE_HEAD })));
  site.post('/login', (request, response) => {
    if (!isUser(request.body.username, request.body.password))
      return void response.status(401).send(loginPage());
    request.session.user = request.body.username;
    response.redirect('/account');
  });
  site.use((request, response, next) =>
    request.session.user ? next() : response.redirect('/login'),
  );
  site.get('/account', (_, response) => void response.send(accountPage({ head: NOISE_HEAD })));
  site.get('/api/profile', (_, response) => void response.json(PROFILE));
  site.post('/account', (_, response) => response.redirect('/account'));
  site.post('/logout', (request, response) => {
    delete request.session.user;
    response.redirect('/');
  });
  return site;
}
