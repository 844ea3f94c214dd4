import express from 'express';
import session from 'express-session';
import { formVisit } from '../support/drive.js';
import {
  analyticsLabels,
  consentLabels,
  noiseRoutes,
  NOISE_HEAD,
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

/** The classic: a server-side session, among consent, analytics and preference cookies. */
export const stack: Stack = {
  name: 'express-session',
  half: 'tuning',
  docs: [
    // "Session data is not saved in the cookie itself, just the session ID." Default name:
    // 'connect.sid'.
    'https://expressjs.com/en/resources/middleware/session.html',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: 'express-session.test',
    credentials: [
      { carrier: 'cookie', name: 'connect.sid', role: 'session', format: 'signed' },
      ...analyticsLabels,
      ...consentLabels,
      ...preferenceLabels,
    ],
  },
  start: () => serve('express-session.test', () => app()),
  visit: formVisit(),
};

function app() {
  const site = express();
  site.use(noiseRoutes());
  site.use(
    session({ secret: 'a secret that is long enough', resave: false, saveUninitialized: true }),
  );
  site.use(express.urlencoded({ extended: false }));
  site.get('/', (_, response) => void response.send(homePage({ head: NOISE_HEAD })));
  site.get('/login', (_, response) => void response.send(loginPage({ head: NOISE_HEAD })));
  site.post('/login', (request, response, next) => {
    if (!isUser(request.body.username, request.body.password))
      return void response.status(401).send(loginPage());
    request.session.regenerate((error) => {
      if (error) return next(error);
      request.session.user = request.body.username;
      response.redirect('/account');
    });
  });
  site.use((request, response, next) =>
    request.session.user ? next() : response.redirect('/login'),
  );
  site.get('/account', (_, response) => void response.send(accountPage({ head: NOISE_HEAD })));
  site.get('/api/profile', (_, response) => void response.json(PROFILE));
  site.post('/account', (_, response) => response.redirect('/account'));
  site.post('/logout', (request, response, next) => {
    request.session.destroy((error) =>
      error ? next(error) : response.clearCookie('connect.sid').redirect('/'),
    );
  });
  return site;
}
