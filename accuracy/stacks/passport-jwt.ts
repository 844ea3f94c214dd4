import { randomBytes } from 'node:crypto';
import express from 'express';
import jwt from 'jsonwebtoken';
import passport from 'passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { spaVisit } from '../support/drive.js';
import { serve } from '../support/serve.js';
import { isUser, PROFILE, USER } from '../support/site.js';
import { spaPage } from '../support/spa.js';
import type { Stack } from '../support/stack.js';

const SECRET = randomBytes(32);
const refreshTokens = new Set<string>();

/** A single-page application that keeps a JWT and an opaque refresh token in localStorage. */
export const stack: Stack = {
  name: 'passport-jwt',
  half: 'tuning',
  docs: [
    // "fromAuthHeaderAsBearerToken() … looks for the JWT in the authorization header with the
    // scheme 'bearer'".
    'https://www.passportjs.org/packages/passport-jwt/',
    // RFC 6749 §1.5: "Refresh tokens are credentials used to obtain access tokens."
    'https://www.rfc-editor.org/rfc/rfc6749#section-1.5',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: 'passport-jwt.test',
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      { carrier: 'localStorage', name: 'token', role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: '/token', role: 'access-token', format: 'jwt' },
      { carrier: 'localStorage', name: 'refreshToken', role: 'refresh-token' },
      { carrier: 'body', name: '/refreshToken', role: 'refresh-token' },
      { carrier: 'localStorage', name: 'lastVisit', role: 'preference' },
    ],
  },
  start: () => serve('passport-jwt.test', () => app()),
  visit: spaVisit,
};

const PAGE = spaPage(`
localStorage.setItem('lastVisit', new Date().toISOString());
const keep = ({ token, refreshToken }) => { localStorage.setItem('token', token); localStorage.setItem('refreshToken', refreshToken); };
const ask = (path, options = {}) => fetch(path, { ...options, headers: { ...options.headers, ...(localStorage.token ? { Authorization: 'Bearer ' + localStorage.token } : {}) } });
async function logIn() { const answer = await fetch('/api/login', asJson(credentials())); keep(await answer.json()); }
async function load() { const answer = await ask('/api/profile'); return answer.ok ? (await answer.json()).name : 'refused: ' + answer.status; }
async function refresh() { const answer = await fetch('/api/refresh', asJson({ refreshToken: localStorage.refreshToken })); keep(await answer.json()); return 'refreshed'; }
async function logOut() { await ask('/api/logout', asJson({ refreshToken: localStorage.refreshToken })); localStorage.removeItem('token'); localStorage.removeItem('refreshToken'); return 'logged out'; }
`);

function issue() {
  const refreshToken = randomBytes(40).toString('hex');
  refreshTokens.add(refreshToken);
  return {
    token: jwt.sign({ name: USER.name, jti: randomBytes(8).toString('hex') }, SECRET, {
      subject: USER.id,
      expiresIn: '15m',
    }),
    refreshToken,
  };
}

function app() {
  passport.use(
    new Strategy(
      { jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: SECRET },
      (payload: { sub: string }, done) => done(null, { id: payload.sub }),
    ),
  );
  const site = express();
  const signedIn = passport.authenticate('jwt', { session: false });
  site.use(express.json());
  site.get('/', (_, response) => void response.send(PAGE));
  site.post('/api/login', (request, response) => {
    const { username, password } = request.body as Record<string, string>;
    response
      .status(isUser(username, password) ? 200 : 401)
      .json(isUser(username, password) ? issue() : {});
  });
  site.post('/api/refresh', (request, response) => {
    const known = refreshTokens.delete(request.body.refreshToken);
    response.status(known ? 200 : 401).json(known ? issue() : {});
  });
  site.get('/api/profile', signedIn, (_, response) => void response.json(PROFILE));
  site.post('/api/logout', signedIn, (request, response) => {
    refreshTokens.delete(request.body.refreshToken);
    response.json({});
  });
  return site;
}
