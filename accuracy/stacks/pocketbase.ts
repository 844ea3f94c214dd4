import express from 'express';
import jwt from 'jsonwebtoken';
import { spaVisit } from '../support/drive.js';
import { packageFile } from '../support/noise.js';
import { serve } from '../support/serve.js';
import { isUser, USER } from '../support/site.js';
import { spaPage } from '../support/spa.js';
import type { Stack } from '../support/stack.js';

const SECRET = 'a secret that is long enough for HS256';
const RECORD = {
  id: '4q1xlclmfloku33',
  collectionId: '_pb_users_auth_',
  collectionName: 'users',
  email: USER.email,
  name: 'Ada Lovelace',
  verified: true,
};

/** The real PocketBase SDK against a server written from the documentation of its web API. */
export const stack: Stack = {
  name: 'pocketbase',
  half: 'held-out',
  docs: [
    // "The default LocalAuthStore uses the browser's LocalStorage"; key 'pocketbase_auth'.
    'https://github.com/pocketbase/js-sdk#auth-store',
    // "PocketBase uses JWT tokens … send Authorization:YOUR_AUTH_TOKEN header".
    'https://pocketbase.io/docs/authentication/',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: 'pocketbase.test',
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      {
        carrier: 'localStorage',
        name: 'pocketbase_auth/token',
        role: 'access-token',
        format: 'jwt',
      },
      { carrier: 'localStorage', name: /^pocketbase_auth\/(record|model)/, role: 'other' },
      { carrier: 'body', name: '/token', role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: /\/(record\/)?(collectionId|id)$/, role: 'other' },
    ],
  },
  start: () => serve('pocketbase.test', () => app()),
  visit: spaVisit,
};

const PAGE = spaPage(
  `
const client = new PocketBase(location.origin);
client.autoCancellation(false);
async function logIn() { const { username, password } = credentials(); await client.collection('users').authWithPassword(username + '@example.test', password); }
async function load() { try { return (await client.collection('users').getOne('${RECORD.id}')).name; } catch (error) { return 'refused: ' + error.status; } }
async function refresh() { await client.collection('users').authRefresh(); return 'refreshed'; }
async function logOut() { client.authStore.clear(); return 'logged out'; }
`,
  '<script src="/pocketbase.js"></script>',
);

function issue() {
  const claims = {
    collectionId: RECORD.collectionId,
    id: RECORD.id,
    refreshable: true,
    type: 'auth',
  };
  return {
    record: RECORD,
    token: jwt.sign(claims, SECRET, { expiresIn: '7d', jwtid: crypto.randomUUID() }),
  };
}

function app() {
  const site = express();
  site.use(express.json());
  site.get('/', (_, response) => void response.send(PAGE));
  site.get('/pocketbase.js', (_, response) =>
    response.sendFile(packageFile('pocketbase', 'dist/pocketbase.umd.js')),
  );
  site.post('/api/collections/users/auth-with-password', (request, response) => {
    const good = isUser(request.body.identity, request.body.password);
    response.status(good ? 200 : 400).json(good ? issue() : { message: 'Failed to authenticate.' });
  });
  site.use((request, response, next) => {
    try {
      jwt.verify(request.get('authorization') ?? '', SECRET);
      next();
    } catch {
      response
        .status(401)
        .json({ message: 'The request requires valid record authorization token.' });
    }
  });
  site.post('/api/collections/users/auth-refresh', (_, response) => void response.json(issue()));
  site.get('/api/collections/users/records/:id', (_, response) => void response.json(RECORD));
  return site;
}
