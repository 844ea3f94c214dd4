import { randomBytes } from 'node:crypto';
import express from 'express';
import jwt from 'jsonwebtoken';
import { spaVisit } from '../support/drive.js';
import { packageFile } from '../support/noise.js';
import { serve } from '../support/serve.js';
import { isUser, PROFILE, USER } from '../support/site.js';
import { spaPage } from '../support/spa.js';
import type { Stack } from '../support/stack.js';

const SECRET = 'a secret that is long enough for HS256';
/** Documented as a JWT with the role `anon`, sent as `apikey` with every request. */
const ANON_KEY = jwt.sign({ role: 'anon', ref: 'localproject' }, SECRET, {
  issuer: 'supabase',
  expiresIn: '10y',
});
const refreshTokens = new Set<string>();

/**
 * The real supabase-js against a server written from the documentation of its authentication API.
 */
export const stack: Stack = {
  name: 'supabase',
  half: 'tuning',
  docs: [
    // "a user session is represented by a few strings: access token (JWT), refresh token"; "The
    // refresh token … can only be used once".
    'https://supabase.com/docs/guides/auth/sessions',
    // "API keys … anon … these keys are long-lived JWTs".
    'https://supabase.com/docs/guides/api/api-keys',
    'https://github.com/supabase/auth/blob/master/openapi.yaml',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: 'supabase.test',
    credentials: [
      { carrier: 'header', name: 'apikey', role: 'api-key', format: 'jwt' },
      // supabase-js sends the key as bearer too until somebody has logged in.
      {
        carrier: 'header',
        name: 'authorization',
        role: ['access-token', 'api-key'],
        format: 'jwt',
      },
      {
        carrier: 'localStorage',
        name: /^sb-.*-auth-token\/access_token$/,
        role: 'access-token',
        format: 'jwt',
      },
      { carrier: 'localStorage', name: /^sb-.*-auth-token\/refresh_token$/, role: 'refresh-token' },
      { carrier: 'localStorage', name: /^sb-.*-auth-token\/(user|token_type)/, role: 'other' },
      { carrier: 'body', name: '/access_token', role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: '/refresh_token', role: 'refresh-token' },
    ],
  },
  start: () => serve('supabase.test', () => app()),
  visit: spaVisit,
};

const PAGE = spaPage(
  `
const client = supabase.createClient(location.origin, '${ANON_KEY}');
async function logIn() {
  const { username, password } = credentials();
  const { error } = await client.auth.signInWithPassword({ email: username + '@example.test', password });
  if (error) throw error;
}
async function load() { const { data, error } = await client.from('profiles').select().single(); return error ? 'refused' : data.name; }
async function refresh() { const { error } = await client.auth.refreshSession(); if (error) throw error; return 'refreshed'; }
async function logOut() { await client.auth.signOut(); return 'logged out'; }
`,
  '<script src="/supabase.js"></script>',
);

function issue() {
  // Twelve letters and digits, as the service gives them out.
  const refreshToken = Array.from(randomBytes(12), (byte) => (byte % 36).toString(36)).join('');
  refreshTokens.add(refreshToken);
  const user = {
    id: '7d3c1f0e-52a1-4b5c-9d7e-0a1b2c3d4e5f',
    aud: 'authenticated',
    role: 'authenticated',
    email: USER.email,
  };
  const claims = {
    aud: 'authenticated',
    email: USER.email,
    role: 'authenticated',
    aal: 'aal1',
    session_id: crypto.randomUUID(),
  };
  const accessToken = jwt.sign(claims, SECRET, {
    subject: user.id,
    issuer: 'http://supabase.test/auth/v1',
    expiresIn: 3600,
  });
  return {
    access_token: accessToken,
    token_type: 'bearer',
    expires_in: 3600,
    expires_at: Math.floor(Date.now() / 1000) + 3600,
    refresh_token: refreshToken,
    user,
  };
}

function app() {
  const site = express();
  site.use(express.json());
  site.get('/', (_, response) => void response.send(PAGE));
  site.get('/supabase.js', (_, response) =>
    response.sendFile(packageFile('@supabase/supabase-js', 'dist/umd/supabase.js')),
  );
  site.post('/auth/v1/token', (request, response) => {
    const { email, password, refresh_token: refreshToken } = request.body as Record<string, string>;
    const good =
      request.query.grant_type === 'password'
        ? isUser(email, password)
        : refreshTokens.delete(refreshToken ?? '');
    response.status(good ? 200 : 400).json(good ? issue() : { error: 'invalid_grant' });
  });
  site.post('/auth/v1/logout', (_, response) => void response.sendStatus(204));
  site.get('/rest/v1/profiles', (request, response) => {
    const { role } = jwt.verify(
      request.get('authorization')?.replace('Bearer ', '') ?? '',
      SECRET,
    ) as { role: string };
    response
      .status(role === 'authenticated' ? 200 : 401)
      .json(role === 'authenticated' ? PROFILE : { message: 'permission denied' });
  });
  return site;
}
