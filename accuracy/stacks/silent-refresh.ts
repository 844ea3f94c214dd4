import { randomUUID } from 'node:crypto';
import cookieParser from 'cookie-parser';
import express from 'express';
import jwt from 'jsonwebtoken';
import { spaVisit } from '../support/drive.js';
import { packageFile } from '../support/noise.js';
import { serve } from '../support/serve.js';
import { isUser, PROFILE, USER } from '../support/site.js';
import { spaPage } from '../support/spa.js';
import type { Stack } from '../support/stack.js';

const SECRET = 'a secret that is long enough for HS256';
/** Which refresh token of a family is the last one; any other was used before. */
const families = new Map<string, string>();

/**
 * The access token only in the page's memory; a refresh token that rotates, in a cookie that
 * scripts cannot read.
 */
export const stack: Stack = {
  name: 'silent-refresh',
  half: 'tuning',
  docs: [
    // "JWT in memory … refresh token … HttpOnly cookie … /refresh_token endpoint … silent refresh".
    'https://hasura.io/blog/best-practices-of-using-jwt-with-graphql',
    // "Refresh token rotation: the authorization server issues a new refresh token with every
    // access token refresh response".
    'https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2',
    'https://axios-http.com/docs/interceptors',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: 'silent-refresh.test',
    credentials: [
      { carrier: 'cookie', name: 'jid', role: 'refresh-token', format: 'jwt' },
      { carrier: 'body', name: '/jwt_token', role: 'access-token', format: 'jwt' },
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      { carrier: 'localStorage', name: 'logout', role: ['preference', 'other'] },
    ],
  },
  start: () => serve('silent-refresh.test', () => app(), { secure: true }),
  visit: spaVisit,
};

const PAGE = spaPage(
  `
let memory;
const api = axios.create();
const renew = async () => { memory = (await axios.post('/auth/refresh_token')).data.jwt_token; };
api.interceptors.request.use((config) => { if (memory) config.headers.Authorization = 'Bearer ' + memory; return config; });
api.interceptors.response.use(undefined, async (error) => {
  if (error.response.status !== 401 || error.config.again) throw error;
  await renew();
  return api({ ...error.config, again: true });
});
async function logIn() { memory = (await axios.post('/auth/login', credentials())).data.jwt_token; }
async function load() { return api.get('/api/profile').then(({ data }) => data.name, (error) => 'refused: ' + error.response.status); }
async function refresh() { await renew(); return 'refreshed'; }
async function logOut() { await api.post('/auth/logout'); memory = undefined; localStorage.setItem('logout', Date.now()); return 'logged out'; }
`,
  '<script src="/axios.js"></script>',
);

/** A new pair; the cookie goes to the refresh endpoint and nowhere else. */
function issue(response: express.Response, family: string): void {
  const id = randomUUID();
  families.set(family, id);
  const refreshToken = jwt.sign({ family, jti: id }, `${SECRET} of the other kind`, {
    subject: USER.id,
    expiresIn: '7d',
  });
  response.cookie('jid', refreshToken, {
    httpOnly: true,
    secure: true,
    sameSite: 'strict',
    path: '/auth',
    maxAge: 604_800_000,
  });
  response.json({
    jwt_token: jwt.sign({ jti: randomUUID() }, SECRET, { subject: USER.id, expiresIn: '5m' }),
    jwt_token_expiry: 300,
  });
}

function familyOf(request: express.Request): string | undefined {
  try {
    const { family, jti } = jwt.verify(
      String(request.cookies.jid),
      `${SECRET} of the other kind`,
    ) as { family: string; jti: string };
    return families.get(family) === jti ? family : undefined;
  } catch {
    return undefined;
  }
}

function app() {
  const site = express();
  site.use(cookieParser(), express.json());
  site.get('/', (_, response) => void response.send(PAGE));
  site.get('/axios.js', (_, response) =>
    response.sendFile(packageFile('axios', 'dist/axios.min.js')),
  );
  site.post('/auth/login', (request, response) => {
    if (!isUser(request.body.username, request.body.password)) return void response.sendStatus(401);
    issue(response, randomUUID());
  });
  site.post('/auth/refresh_token', (request, response) => {
    const family = familyOf(request);
    if (family === undefined) return void response.status(401).json({ error: 'no refresh token' });
    issue(response, family);
  });
  site.post('/auth/logout', (request, response) => {
    families.delete(familyOf(request) ?? '');
    response.clearCookie('jid', { path: '/auth' }).json({ ok: true });
  });
  site.get('/api/profile', (request, response) => {
    try {
      jwt.verify((request.get('authorization') ?? '').replace('Bearer ', ''), SECRET);
      response.json(PROFILE);
    } catch {
      response.status(401).json({ error: 'token expired or missing' });
    }
  });
  return site;
}
