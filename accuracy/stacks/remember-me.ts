import { randomBytes } from 'node:crypto';
import express from 'express';
import session from 'express-session';
import passport from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import { Strategy as RememberMeStrategy } from 'passport-remember-me';
import { formVisit } from '../support/drive.js';
import { serve } from '../support/serve.js';
import { accountPage, homePage, isUser, loginPage, PROFILE, USER } from '../support/site.js';
import type { Stack } from '../support/stack.js';

const WEEK = 604_800_000;
/** Single-use tokens: "the token is … invalidated (consumed) when used". */
const tokens = new Set<string>();

/** Passport with name and password, and a token that logs in again when the session is gone. */
export const stack: Stack = {
  name: 'remember-me',
  half: 'tuning',
  docs: [
    // "the Remember Me cookie strategy authenticates users using a token stored in a remember me
    // cookie"; default key 'remember_me'.
    'https://github.com/jaredhanson/passport-remember-me#readme',
    'https://expressjs.com/en/resources/middleware/session.html',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: 'remember-me.test',
    credentials: [
      { carrier: 'cookie', name: 'bookshop.id', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'remember_me', role: 'remember-me' },
    ],
  },
  start: () => serve('remember-me.test', () => app()),
  visit: formVisit({ tick: async ({ page }) => void (await page.click('input[name=remember]')) }),
};

function issue(): string {
  const token = randomBytes(32).toString('base64url');
  tokens.add(token);
  return token;
}

function configure(): void {
  passport.serializeUser((user, done) => done(null, user));
  passport.deserializeUser((user: Express.User, done) => done(null, user));
  passport.use(
    new LocalStrategy((name, password, done) =>
      done(null, isUser(name, password) ? { id: USER.id } : false),
    ),
  );
  passport.use(
    new RememberMeStrategy(
      (token, done) => done(null, tokens.delete(token) ? { id: USER.id } : false),
      (_user, done) => done(null, issue()),
    ),
  );
}

function app() {
  configure();
  const site = express();
  site.use(express.urlencoded({ extended: false }));
  site.use((request, _, next) => {
    request.cookies = Object.fromEntries(
      (request.headers.cookie ?? '').split('; ').map((pair) => pair.split('=')),
    );
    next();
  });
  site.use(
    session({
      name: 'bookshop.id',
      secret: 'a secret that is long enough',
      resave: false,
      saveUninitialized: false,
    }),
  );
  site.use(passport.initialize(), passport.session(), passport.authenticate('remember-me'));
  site.get('/', (_, response) => void response.send(homePage()));
  site.get(
    '/login',
    (_, response) =>
      void response.send(
        loginPage(
          {},
          '<label><input type="checkbox" name="remember" value="1"> Remember me</label>',
        ),
      ),
  );
  site.post(
    '/login',
    passport.authenticate('local', { failureRedirect: '/login' }),
    (request, response) => {
      if (request.body.remember)
        response.cookie('remember_me', issue(), { path: '/', httpOnly: true, maxAge: WEEK });
      response.redirect('/account');
    },
  );
  site.use((request, response, next) =>
    request.isAuthenticated() ? next() : response.redirect('/login'),
  );
  site.get('/account', (_, response) => void response.send(accountPage()));
  site.get('/api/profile', (_, response) => void response.json(PROFILE));
  site.post('/account', (_, response) => response.redirect('/account'));
  site.post('/logout', (request, response, next) => {
    response.clearCookie('remember_me');
    request.logout((error) => (error ? next(error) : response.redirect('/')));
  });
  return site;
}
