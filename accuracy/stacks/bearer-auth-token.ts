import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import bearerAuth from '@fastify/bearer-auth';
import Fastify from 'fastify';
import { spaVisit } from '../support/drive.js';
import { fastifyServer } from '../support/fastify.js';
import { packageFile } from '../support/noise.js';
import { isUser, PROFILE } from '../support/site.js';
import { spaPage } from '../support/spa.js';
import type { Stack } from '../support/stack.js';

const tokens = new Set<string>();

/**
 * An opaque token in sessionStorage, sent with the scheme `Token`, as Django REST framework made
 * usual.
 */
export const stack: Stack = {
  name: 'bearer-auth-token',
  half: 'tuning',
  docs: [
    // "bearerType: string specifying the Bearer string. Defaults to 'Bearer'"; "auth(key, req)".
    'https://github.com/fastify/fastify-bearer-auth#readme',
    // "Authorization: Token 9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b"; "{ 'token' : '…' }".
    'https://www.django-rest-framework.org/api-guide/authentication/#tokenauthentication',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: 'bearer-auth-token.test',
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token' },
      { carrier: 'sessionStorage', name: 'shop/auth/token', role: 'access-token' },
      { carrier: 'body', name: '/token', role: 'access-token' },
      // The rest of the page's state: a list's order, an unsent draft, the build.
      { carrier: 'sessionStorage', name: /^shop\//, role: ['preference', 'other'] },
      // A number for the server's log, new with each request.
      { carrier: 'header', name: 'x-request-id', role: ['other', 'tracking'] },
    ],
  },
  start: () => fastifyServer('bearer-auth-token.test', app()),
  visit: spaVisit,
};

const PAGE = spaPage(
  `
const build = { commit: '9f1c0c7ae1a3dd5f3d4c2b1a09e8f7d6c5b4a392', at: '2024-05-02T16:00:00Z' };
const state = JSON.parse(sessionStorage.getItem('shop') ?? 'null') ?? { build, view: { order: 'newest-first' }, auth: {} };
const keep = (token) => { state.auth = token ? { token } : {}; sessionStorage.setItem('shop', JSON.stringify(state)); };
const api = axios.create({ baseURL: '/api' });
api.interceptors.request.use((config) => {
  config.headers['X-Request-ID'] = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (state.auth.token) config.headers.Authorization = 'Token ' + state.auth.token;
  return config;
});
keep(state.auth.token);
async function logIn() { keep((await api.post('/login/', credentials())).data.token); }
async function load() { return api.get('/profile/').then(({ data }) => data.name, (error) => 'refused: ' + error.response.status); }
async function logOut() { await api.post('/logout/', {}); keep(); return 'logged out'; }
`,
  '<script src="/axios.js"></script>',
);

function app() {
  const site = Fastify();
  const axios = readFileSync(packageFile('axios', 'dist/axios.min.js'), 'utf8');
  site.get('/', (_, reply) => reply.type('text/html').send(PAGE));
  site.get('/axios.js', (_, reply) => reply.type('text/javascript').send(axios));
  site.post<{ Body: Record<string, string> }>('/api/login/', (request, reply) => {
    if (!isUser(request.body.username, request.body.password))
      return reply
        .code(400)
        .send({ non_field_errors: ['Unable to log in with provided credentials.'] });
    // As Django REST framework makes it: 20 random bytes in hexadecimal.
    const token = randomBytes(20).toString('hex');
    tokens.add(token);
    return reply.send({ token });
  });
  site.register(async (inside) => {
    await inside.register(bearerAuth, {
      keys: new Set<string>(),
      bearerType: 'Token',
      auth: (key: string) => tokens.has(key),
    });
    inside.get('/api/profile/', async () => PROFILE);
    inside.post('/api/logout/', async (request, reply) => {
      tokens.delete((request.headers.authorization ?? '').replace('Token ', ''));
      return reply.code(204).send();
    });
  });
  return site;
}
