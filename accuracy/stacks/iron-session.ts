import express, { type Request, type Response } from 'express';
import { getIronSession } from 'iron-session';
import { formVisit } from '../support/drive.js';
import { serve } from '../support/serve.js';
import { accountPage, homePage, isUser, loginPage, PROFILE } from '../support/site.js';
import type { Stack } from '../support/stack.js';

/** Sealed state in a cookie of the site's own name. */
export const stack: Stack = {
  name: 'iron-session',
  half: 'tuning',
  docs: [
    // "The session data is stored in signed and encrypted cookies … This makes iron-session
    // stateless".
    'https://github.com/vvo/iron-session#readme',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: 'iron-session.test',
    credentials: [{ carrier: 'cookie', name: 'bookshop', role: 'session', format: 'signed' }],
  },
  start: () => serve('iron-session.test', () => app()),
  visit: formVisit(),
};

const sessionOf = (request: Request, response: Response) =>
  getIronSession<{ user?: string }>(request, response, {
    cookieName: 'bookshop',
    password: 'a password with minimum length of 32 characters',
    cookieOptions: { secure: false },
  });

function app() {
  const site = express();
  site.use(express.urlencoded({ extended: false }));
  site.get('/', (_, response) => void response.send(homePage()));
  site.get('/login', (_, response) => void response.send(loginPage()));
  site.post('/login', async (request, response) => {
    if (!isUser(request.body.username, request.body.password))
      return void response.status(401).send(loginPage());
    const session = await sessionOf(request, response);
    session.user = request.body.username;
    await session.save();
    return response.redirect('/account');
  });
  site.use(async (request, response, next) =>
    (await sessionOf(request, response)).user ? next() : response.redirect('/login'),
  );
  site.get('/account', (_, response) => void response.send(accountPage()));
  site.get('/api/profile', (_, response) => void response.json(PROFILE));
  site.post('/account', (_, response) => response.redirect('/account'));
  site.post('/logout', async (request, response) => {
    (await sessionOf(request, response)).destroy();
    response.redirect('/');
  });
  return site;
}
