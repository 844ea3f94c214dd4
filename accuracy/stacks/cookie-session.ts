import cookieSession from 'cookie-session';
import express from 'express';
import { formVisit } from '../support/drive.js';
import { serve } from '../support/serve.js';
import { accountPage, homePage, isUser, loginPage, PROFILE } from '../support/site.js';
import type { Stack } from '../support/stack.js';

/** The whole session in a signed cookie. */
export const stack: Stack = {
  name: 'cookie-session',
  half: 'tuning',
  docs: [
    // "cookie-session stores the session data on the client within a cookie"; "keys: … sign &
    // verify"; the signature is a second cookie "with a .sig suffix" (github.com/pillarjs/cookies).
    'https://expressjs.com/en/resources/middleware/cookie-session.html',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: 'cookie-session.test',
    credentials: [
      { carrier: 'cookie', name: 'session', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'session.sig', role: ['session', 'other'] },
    ],
  },
  start: () => serve('cookie-session.test', () => app()),
  visit: formVisit(),
};

function app() {
  const site = express();
  site.use(cookieSession({ name: 'session', keys: ['a key for signing'], maxAge: 86_400_000 }));
  site.use(express.urlencoded({ extended: false }));
  site.get('/', (_, response) => void response.send(homePage()));
  site.get('/login', (_, response) => void response.send(loginPage()));
  site.post('/login', (request, response) => {
    if (!isUser(request.body.username, request.body.password))
      return void response.status(401).send(loginPage());
    Object.assign(request.session, { user: request.body.username, since: Date.now() });
    return response.redirect('/account');
  });
  site.use((request, response, next) =>
    request.session?.user ? next() : response.redirect('/login'),
  );
  site.get('/account', (_, response) => void response.send(accountPage()));
  site.get('/api/profile', (_, response) => void response.json(PROFILE));
  site.post('/account', (_, response) => response.redirect('/account'));
  site.post('/logout', (request, response) => {
    // Documented: "To destroy a session, simply set it to null." The types of express-session, also
    // installed, know no null.
    Object.assign(request, { session: null });
    response.redirect('/');
  });
  return site;
}
