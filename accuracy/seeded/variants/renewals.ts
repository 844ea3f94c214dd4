import { KNOWN_SECRET, seeds, underPublicName } from '../faults.js';
import type { Variant } from '../variant.js';

/** The page renews twice where it did once: only then it shows that a token works again. */
const TWICE: readonly [string, string] = [
  'async function refresh() {',
  "async function refresh() { await renewOnce(); await renewOnce(); return 'refreshed'; }\n" +
    'async function renewOnce() {',
];

/** Tokens that are renewed, or are given and sent, as they should not be. */
export const RENEWALS: readonly Variant[] = [
  {
    of: 'passport-jwt',
    name: 'same-refresh-token',
    edits: [
      TWICE,
      [
        'refreshTokens.delete(request.body.refreshToken);\n    response.status',
        'refreshTokens.has(request.body.refreshToken);\n    response.status',
      ],
      [
        'response.status(known ? 200 : 401).json(known ? issue() : {});',
        'response.status(known ? 200 : 401).json(known ? { ...issue(), refreshToken: ' +
          'request.body.refreshToken } : {});',
      ],
    ],
    seeds: [
      ...seeds(
        'refreshToken',
        'refresh-token-not-rotated',
        'refresh-token-readable',
        'token-over-http',
      ),
      { ruleId: 'token-in-local-storage', name: 'token', least: 'medium' },
    ],
  },
  {
    of: 'silent-refresh',
    name: 'same-refresh-token',
    edits: [
      TWICE,
      [
        '    issue(response, family);',
        '    response.json({ jwt_token: jwt.sign({ jti: randomUUID() }, SECRET, ' +
          "{ subject: USER.id, expiresIn: '5m' }), jwt_token_expiry: 300 });",
      ],
      underPublicName('silent-refresh'),
    ],
    seeds: [...seeds('jid', 'refresh-token-not-rotated'), ...seeds(undefined, 'hsts-missing')],
  },
  {
    of: 'silent-refresh',
    name: 'given-twice',
    edits: [
      ['jwt_token: jwt.sign(', 'refresh_token: refreshToken,\n    jwt_token: jwt.sign('],
      ["path: '/auth',", "domain: 'silent-refresh.test',"],
      ["expiresIn: '5m'", "expiresIn: '30d'"],
    ],
    labels: [{ carrier: 'body', name: '/refresh_token', role: 'refresh-token', format: 'jwt' }],
    seeds: [
      ...seeds('jid', 'token-duplicated', 'cookie-domain-too-broad'),
      ...seeds('authorization', 'jwt-lifetime-too-long'),
    ],
  },
  {
    of: 'silent-refresh',
    name: 'renewed-by-get',
    edits: [
      ["axios.post('/auth/refresh_token')", "axios.get('/auth/refresh_token')"],
      [
        "site.post('/auth/refresh_token', (request, response) => {",
        "site.get('/auth/refresh_token', (request, response) => {\n" +
          "    response.set('Cache-Control', 'public, s-maxage=60');",
      ],
    ],
    seeds: [{ ruleId: 'token-response-cacheable', least: 'medium' }],
  },
  {
    of: 'supabase',
    name: 'for-ever',
    edits: [
      TWICE,
      [
        "const SECRET = 'a secret that is long enough for HS256';",
        `const SECRET = '${KNOWN_SECRET}';`,
      ],
      ['expiresIn: 3600,', 'expiresIn: 31_536_000,'],
      ['expires_in: 3600,', 'expires_in: 31_536_000,'],
      ['/ 1000) + 3600,', '/ 1000) + 31_536_000,'],
      ['const refreshToken = Array', 'const refreshToken = [...refreshTokens][0] ?? Array'],
      ["refreshTokens.delete(refreshToken ?? '')", "refreshTokens.has(refreshToken ?? '')"],
    ],
    seeds: [
      ...seeds(
        /\/access_token$/,
        'token-in-local-storage',
        'token-over-http',
        'jwt-weak-secret',
        'jwt-lifetime-too-long',
      ),
      ...seeds(
        /refresh_token$/,
        'refresh-token-readable',
        'refresh-token-not-rotated',
        'token-over-http',
      ),
      ...seeds(undefined, 'password-over-http'),
    ],
  },
  {
    of: 'bearer-auth-token',
    name: 'address',
    edits: [
      [
        "config.headers.Authorization = 'Token ' + state.auth.token;",
        'config.params = { token: state.auth.token };',
      ],
      [
        'await inside.register(bearerAuth, {\n' +
          '      keys: new Set<string>(),\n' +
          "      bearerType: 'Token',\n" +
          '      auth: (key: string) => tokens.has(key),\n' +
          '    });',
        'void bearerAuth;\n' +
          "    inside.addHook('preHandler', async (request, reply) => tokens.has((request.query " +
          "as { token?: string }).token ?? '') ? undefined : reply.code(401).send({}));",
      ],
    ],
    labels: [{ carrier: 'url', name: 'token', role: 'access-token' }],
    seeds: seeds(/token$/, 'token-in-url', 'token-over-http', 'token-in-session-storage'),
  },
  {
    of: 'nest-jwt-cookie',
    name: 'everywhere',
    edits: [
      [
        "{ httpOnly: true, sameSite: 'lax' }",
        '{ httpOnly: true, maxAge: 3_600_000, domain: HOST }',
      ],
    ],
    seeds: [
      ...seeds(
        'access_token',
        'cookie-missing-secure',
        'cookie-missing-samesite',
        'cookie-domain-too-broad',
      ),
      ...seeds(undefined, 'csrf-unprotected', 'password-over-http'),
    ],
  },
];
