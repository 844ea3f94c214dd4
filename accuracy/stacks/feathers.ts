import type { RequestListener } from 'node:http';
import { authenticate, AuthenticationService, JWTStrategy } from '@feathersjs/authentication';
import { LocalStrategy } from '@feathersjs/authentication-local';
import feathersExpress, { json, rest } from '@feathersjs/express';
import { feathers } from '@feathersjs/feathers';
import { MemoryService } from '@feathersjs/memory';
import express from 'express';
import { spaVisit } from '../support/drive.js';
import { packageFile } from '../support/noise.js';
import { serve } from '../support/serve.js';
import { PROFILE, USER } from '../support/site.js';
import { spaPage } from '../support/spa.js';
import type { Stack } from '../support/stack.js';

/** Feathers and its own client, which keeps the access token in localStorage. */
export const stack: Stack = {
  name: 'feathers',
  half: 'held-out',
  docs: [
    // "storageKey (default: 'feathers-jwt'): Key for storing the token in e.g. localStorage";
    // "header: 'Authorization'", "scheme: 'Bearer'".
    'https://feathersjs.com/api/authentication/client.html',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: 'feathers.test',
    credentials: [
      { carrier: 'localStorage', name: 'feathers-jwt', role: 'access-token', format: 'jwt' },
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: '/accessToken', role: 'access-token', format: 'jwt' },
      // The token's own id (`jti`), repeated in the answer.
      { carrier: 'body', name: '/authentication/payload/jti', role: 'other' },
    ],
  },
  start: () => serve('feathers.test', () => app()),
  visit: spaVisit,
};

const PAGE = spaPage(
  `
const client = feathers();
client.configure(feathers.rest('').fetch(fetch.bind(window)));
client.configure(feathers.authentication({ storage: localStorage }));
async function logIn() { const { username, password } = credentials(); await client.authenticate({ strategy: 'local', email: username + '@example.test', password }); }
async function load() {
  try { await client.reAuthenticate(); return (await client.service('profiles').get('me')).name; } catch (error) { return 'refused: ' + error.code; }
}
async function refresh() { await client.reAuthenticate(true); return 'refreshed'; }
async function logOut() { await client.logout(); return 'logged out'; }
`,
  '<script src="/feathers.js"></script>',
);

async function app() {
  const site = feathersExpress(feathers());
  site.use(json());
  site.use('/', pages());
  site.configure(rest());
  site.set('authentication', {
    entity: 'user',
    service: 'users',
    secret: 'a secret that is long enough for HS256',
    authStrategies: ['jwt', 'local'],
    jwtOptions: {
      header: { typ: 'access' },
      audience: 'https://feathers.test',
      algorithm: 'HS256',
      expiresIn: '1d',
    },
    local: { usernameField: 'email', passwordField: 'password' },
  });
  const authentication = new AuthenticationService(site);
  authentication.register('jwt', new JWTStrategy());
  authentication.register('local', new LocalStrategy());
  site.use('users', new MemoryService());
  site.use('authentication', authentication);
  site.use('profiles', { get: async () => PROFILE });
  site.service('profiles').hooks({ before: { all: [authenticate('jwt')] } });
  const [local] = authentication.getStrategies('local') as LocalStrategy[];
  const password = await local!.hashPassword(USER.password, {});
  await site.service('users').create({ email: USER.email, password });
  await site.setup();
  return site as unknown as RequestListener;
}

function pages() {
  const router = express.Router();
  router.get('/', (_, response) => void response.send(PAGE));
  router.get('/feathers.js', (_, response) =>
    response.sendFile(packageFile('@feathersjs/client', 'dist/feathers.js')),
  );
  return router as never;
}
