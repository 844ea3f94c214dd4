import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { toNodeHandler } from 'better-auth/node';
import express from 'express';
import { spaVisit } from '../support/drive.js';
import { serve } from '../support/serve.js';
import { USER } from '../support/site.js';
import { spaPage } from '../support/spa.js';
import type { Stack } from '../support/stack.js';

/**
 * Better Auth: an opaque session token, signed, in a cookie, with a short-lived copy of the session
 * beside it.
 */
export const stack: Stack = {
  name: 'better-auth',
  half: 'tuning',
  docs: [
    // "session_token: The session token cookie; session_data: the session data cookie if cookie
    // cache is enabled; dont_remember: …"; "All cookies are httpOnly"; "signed".
    'https://www.better-auth.com/docs/concepts/cookies',
    // "Cookie caching … stores session data in a short-lived, signed cookie".
    'https://www.better-auth.com/docs/concepts/session-management#cookie-cache',
  ],
  truth: {
    // The token is an id; the copy beside it carries state for five minutes.
    mechanism: ['session-cookie', 'token-cookie'],
    host: 'better-auth.test',
    credentials: [
      { carrier: 'cookie', name: 'better-auth.session_token', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'better-auth.session_data', role: ['session', 'other'] },
      {
        carrier: 'cookie',
        name: 'better-auth.dont_remember',
        role: ['preference', 'other', 'remember-me'],
      },
      // The same session token without its signature, for clients that send it as bearer.
      { carrier: 'body', name: /\/token$/, role: ['session', 'access-token'] },
      // The number of the record in the database.
      { carrier: 'body', name: '/session/id', role: 'other' },
    ],
  },
  start: () => serve('better-auth.test', app),
  visit: spaVisit,
};

const PAGE = spaPage(`
async function logIn() {
  const { username, password } = credentials();
  const answer = await fetch('/api/auth/sign-in/email', asJson({ email: username + '@example.test', password }));
  if (!answer.ok) throw answer.status;
}
async function load() {
  const session = await (await fetch('/api/auth/get-session')).json();
  return session ? session.user.name : 'refused';
}
async function refresh() { const answer = await fetch('/api/auth/update-user', asJson({ image: '/ada.png' })); return 'refresh ' + answer.status; }
async function logOut() { await fetch('/api/auth/sign-out', asJson({})); return 'logged out'; }
`);

async function app(origin: string) {
  const auth = betterAuth({
    baseURL: origin,
    secret: 'a secret with at least 32 characters of length',
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    emailAndPassword: { enabled: true },
    session: { cookieCache: { enabled: true, maxAge: 300 } },
    telemetry: { enabled: false },
  });
  await auth.api.signUpEmail({
    body: { email: USER.email, password: USER.password, name: 'Ada Lovelace' },
  });
  const site = express();
  site.all('/api/auth/{*rest}', toNodeHandler(auth));
  site.get('/', (_, response) => void response.send(PAGE));
  return site;
}
