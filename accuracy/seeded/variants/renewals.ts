import { KNOWN_SECRET, seeds, TWO_YEARS } from '../faults.js';
import type { Variant } from '../variant.js';

const TWO_YEARS_IN_SECONDS = TWO_YEARS / 1_000;
/** The page renews twice where it did once: only then it shows that a token works again. */
const TWICE: readonly [string, string] = [
  'async function refresh() {',
  "async function refresh() { await renewOnce(); await renewOnce(); return 'refreshed'; }\nasync function renewOnce() {",
];

/** Tokens that renew a login, and those of providers. */
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
        'response.status(known ? 200 : 401).json(known ? { ...issue(), refreshToken: request.body.refreshToken } : {});',
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
        "    response.json({ jwt_token: jwt.sign({ jti: randomUUID() }, SECRET, { subject: USER.id, expiresIn: '5m' }), jwt_token_expiry: 300 });",
      ],
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
        "site.get('/auth/refresh_token', (request, response) => {\n    response.set('Cache-Control', 'public, s-maxage=60');",
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
        "await inside.register(bearerAuth, {\n      keys: new Set<string>(),\n      bearerType: 'Token',\n      auth: (key: string) => tokens.has(key),\n    });",
        "void bearerAuth;\n    inside.addHook('preHandler', async (request, reply) => tokens.has((request.query as { token?: string }).token ?? '') ? undefined : reply.code(401).send({}));",
      ],
    ],
    labels: [{ carrier: 'url', name: 'token', role: 'access-token' }],
    seeds: seeds(/token$/, 'token-in-url', 'token-over-http', 'token-in-session-storage'),
  },
  {
    of: 'oidc-client-ts',
    name: 'for-ever',
    edits: [
      ['more: jwtAccessTokens', 'more: { ...jwtAccessTokens, rotateRefreshToken: () => false }'],
      ['accessTokenTTL: 600', `accessTokenTTL: ${TWO_YEARS_IN_SECONDS}`],
      [
        'manager.signinSilent().then(() => show',
        'manager.signinSilent().then(() => manager.signinSilent()).then(() => show',
      ],
    ],
    seeds: [
      ...seeds(/\/access_token$/, 'token-in-local-storage', 'jwt-lifetime-too-long'),
      ...seeds(/refresh_token$/, 'refresh-token-readable', 'refresh-token-not-rotated'),
      ...seeds(undefined, 'hsts-missing'),
    ],
  },
  {
    of: 'oidc-client-ts',
    name: 'identity-as-access',
    edits: [
      ["'Bearer ' + user.access_token", "'Bearer ' + user.id_token"],
      ["audience: 'https://api.oidc-client.test' });", "audience: 'spa' });"],
    ],
    labels: [
      {
        carrier: 'header',
        name: 'authorization',
        role: ['id-token', 'access-token'],
        format: 'jwt',
      },
    ],
    seeds: [
      { ruleId: 'id-token-as-access-token', name: /id_token$|^authorization$/, least: 'medium' },
      ...seeds(/refresh_token$/, 'refresh-token-readable'),
    ],
  },
  {
    of: 'oidc-client-ts',
    name: 'http',
    edits: [
      ['    { secure: true },\n  );', '    {},\n  );'],
      ['more: jwtAccessTokens', 'more: { ...jwtAccessTokens, pkce: { required: () => false } }'],
      ['automaticSilentRenew: false,', 'automaticSilentRenew: false, disablePKCE: true,'],
    ],
    seeds: [
      ...seeds(undefined, 'oauth-redirect-over-http'),
      { ruleId: 'oauth-missing-pkce', least: 'high' },
      ...seeds(/\/access_token$/, 'token-over-http'),
    ],
  },
  {
    of: 'oidc-implicit',
    name: 'kept',
    edits: [
      [
        'monitorSession: false,',
        'monitorSession: false, userStore: new Oidc.WebStorageStateStore({ store: localStorage }),',
      ],
      [
        "more: { responseTypes: ['id_token token'] },",
        `more: { responseTypes: ['id_token token'], ttl: { AccessToken: ${TWO_YEARS_IN_SECONDS}, IdToken: ${TWO_YEARS_IN_SECONDS} } },`,
      ],
    ],
    labels: [
      { carrier: 'localStorage', name: /^oidc\.user:.*\/access_token$/, role: 'access-token' },
      {
        carrier: 'localStorage',
        name: /^oidc\.user:.*\/id_token$/,
        role: 'id-token',
        format: 'jwt',
      },
      { carrier: 'localStorage', name: /^oidc\.user:/, role: 'other' },
    ],
    seeds: [
      { ruleId: 'oauth-implicit-flow', least: 'medium' },
      { ruleId: 'token-in-url', name: /access_token$/ },
      ...seeds(/access_token$/, 'token-in-local-storage', 'token-lifetime-too-long'),
      { ruleId: 'token-in-local-storage', name: /id_token$/, least: 'medium' },
      ...seeds(/id_token$/, 'jwt-lifetime-too-long'),
      ...seeds(undefined, 'hsts-missing'),
    ],
  },
  {
    of: 'openid-client',
    name: 'plain',
    edits: [
      [
        'provider = await startProvider(PROVIDER, client);',
        `provider = await startProvider(PROVIDER, client, { more: { pkce: { required: () => false } } });
    // A provider that takes no notice of PKCE, as many do.
    const { server } = provider as unknown as { server: import('node:http').Server };
    const [answer] = server.listeners('request');
    server.removeAllListeners('request').on('request', (request, response) => {
      request.url = request.url!.replace(/&code_challenge(?:_method)?=[^&]*/g, '');
      answer!(request, response);
    });`,
      ],
      [
        'code_challenge: await openid.calculatePKCECodeChallenge(verifier),',
        'code_challenge: verifier,',
      ],
      ["code_challenge_method: 'S256'", "code_challenge_method: 'plain'"],
      ['pkceCodeVerifier: verifier!,', ''],
      ['const { verifier, state } = stateOf', 'const { state } = stateOf'],
      ["secret: 'a secret that is long enough'", `secret: '${KNOWN_SECRET}'`],
    ],
    seeds: [
      ...seeds(undefined, 'oauth-pkce-plain', 'oauth-redirect-over-http', 'csrf-unprotected'),
      ...seeds('webapp', 'session-weak-secret', 'cookie-missing-secure'),
    ],
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
