import { KNOWN_SECRET, seeds, TWO_YEARS, underPublicName } from '../faults.js';
import type { Variant } from '../variant.js';

const TWO_YEARS_IN_SECONDS = TWO_YEARS / 1_000;
const HS256_SECRET = "'a secret that is long enough for HS256'";

/** Tokens and keys of held-out stacks; written from their source and documentation alone. */
export const HELD_OUT_TOKENS: readonly Variant[] = [
  {
    of: 'fastify-jwt-cookie',
    name: 'endless',
    edits: [
      [`secret: ${HS256_SECRET},`, `secret: '${KNOWN_SECRET}',`],
      ["{ expiresIn: '10m' }", '{}'],
      [
        "const cookie = { httpOnly: true, sameSite: 'lax' } as const;",
        'const cookie = {} as const;',
      ],
    ],
    seeds: [
      ...seeds(
        'token',
        'jwt-missing-exp',
        'jwt-weak-secret',
        'cookie-missing-httponly',
        'cookie-missing-secure',
        'cookie-missing-samesite',
      ),
      ...seeds(
        'refreshToken',
        'jwt-weak-secret',
        'cookie-missing-httponly',
        'cookie-missing-secure',
      ),
      ...seeds(undefined, 'password-over-http', 'csrf-unprotected'),
    ],
  },
  {
    of: 'fastify-jwt-cookie',
    name: 'years',
    edits: [
      ["{ expiresIn: '10m' }", "{ expiresIn: '365d' }"],
      ["{ expiresIn: '7d' }", "{ expiresIn: '730d' }"],
    ],
    seeds: [
      ...seeds('token', 'jwt-lifetime-too-long', 'cookie-missing-secure'),
      ...seeds('refreshToken', 'jwt-lifetime-too-long'),
    ],
  },
  {
    of: 'auth-js',
    name: 'open',
    edits: [
      [
        'trustHost: true,',
        `trustHost: true, session: { maxAge: ${TWO_YEARS_IN_SECONDS} }, cookies: { sessionToken: ` +
          "{ options: { httpOnly: false, sameSite: 'none' as const, secure: true, path: '/', " +
          'domain: HOST } } },',
      ],
      underPublicName('auth-js'),
    ],
    seeds: [
      ...seeds(
        '__Secure-authjs.session-token',
        'cookie-missing-httponly',
        'cookie-samesite-none-on-session',
        'cookie-persistent-session',
        'cookie-domain-too-broad',
      ),
      ...seeds(undefined, 'hsts-missing', 'csrf-unprotected'),
    ],
  },
  {
    of: 'auth-js',
    name: 'http',
    edits: [
      ['() => app(), { secure: true }),', '() => app()),'],
      ['trustHost: true,', 'trustHost: true, useSecureCookies: false,'],
    ],
    labels: [
      { carrier: 'cookie', name: 'authjs.session-token', role: 'session', format: 'jwe' },
      { carrier: 'cookie', name: 'authjs.csrf-token', role: 'csrf' },
      { carrier: 'cookie', name: 'authjs.callback-url', role: ['other', 'preference'] },
    ],
    seeds: [
      ...seeds('authjs.session-token', 'cookie-missing-secure', 'cookie-persistent-session'),
      ...seeds(undefined, 'password-over-http'),
    ],
  },
  {
    of: 'auth0-spa',
    name: 'for-ever',
    edits: [
      // Only at its second use it shows that a token works again.
      [
        "client.getTokenSilently({ cacheMode: 'off' }).then(",
        "client.getTokenSilently({ cacheMode: 'off' }).then(() => client.getTokenSilently({ " +
          "cacheMode: 'off' })).then(",
      ],
      [
        'more: { routes }',
        'more: { routes, rotateRefreshToken: () => false, ttl: { AccessToken: ' +
          `${TWO_YEARS_IN_SECONDS}, RefreshToken: ${TWO_YEARS_IN_SECONDS} } }`,
      ],
    ],
    seeds: [
      ...seeds(/\/access_token$/, 'token-in-local-storage', 'token-lifetime-too-long'),
      ...seeds(/\/refresh_token$/, 'refresh-token-readable', 'refresh-token-not-rotated'),
    ],
  },
  {
    of: 'feathers',
    name: 'year',
    edits: [
      [`secret: ${HS256_SECRET},`, `secret: '${KNOWN_SECRET}',`],
      ["expiresIn: '1d'", "expiresIn: '365d'"],
    ],
    seeds: [
      ...seeds(
        'feathers-jwt',
        'token-in-local-storage',
        'token-over-http',
        'jwt-weak-secret',
        'jwt-lifetime-too-long',
      ),
      ...seeds(undefined, 'password-over-http'),
    ],
  },
  {
    of: 'feathers',
    name: 'tab',
    edits: [['storage: localStorage', 'storage: sessionStorage']],
    labels: [
      { carrier: 'sessionStorage', name: 'feathers-jwt', role: 'access-token', format: 'jwt' },
    ],
    seeds: seeds('feathers-jwt', 'token-in-session-storage', 'token-over-http'),
  },
  {
    of: 'graphql-yoga',
    name: 'kept',
    edits: [
      ['sessionStorage.', 'localStorage.'],
      [`const SECRET = ${HS256_SECRET};`, `const SECRET = '${KNOWN_SECRET}';`],
      ["expiresIn: '2h'", "expiresIn: '90d'"],
      ["roles: ['reader']", "roles: ['reader'], password: 'correct-Horse'"],
    ],
    labels: [{ carrier: 'localStorage', name: 'auth', role: 'access-token', format: 'jwt' }],
    seeds: [
      ...seeds(
        'auth',
        'token-in-local-storage',
        'token-over-http',
        'jwt-weak-secret',
        'jwt-lifetime-too-long',
        'jwt-sensitive-claims',
      ),
      ...seeds(undefined, 'password-over-http'),
    ],
  },
  {
    of: 'graphql-yoga',
    name: 'endless',
    edits: [["issuer: 'yoga',\n                  expiresIn: '2h',", "issuer: 'yoga',"]],
    seeds: seeds('auth', 'jwt-missing-exp', 'token-in-session-storage', 'token-over-http'),
  },
  {
    of: 'pocketbase',
    name: 'year',
    edits: [
      [`const SECRET = ${HS256_SECRET};`, `const SECRET = '${KNOWN_SECRET}';`],
      ["expiresIn: '7d'", "expiresIn: '365d'"],
    ],
    seeds: [
      ...seeds(
        'pocketbase_auth/token',
        'token-in-local-storage',
        'token-over-http',
        'jwt-weak-secret',
        'jwt-lifetime-too-long',
      ),
      ...seeds(undefined, 'password-over-http'),
    ],
  },
];
