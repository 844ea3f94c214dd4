import { OVER_HTTPS, seeds, underPublicName } from '../faults.js';
import type { Variant } from '../variant.js';
import { readElsewhereVisit } from '../visits.js';

/** A page of any other site that reads what is for the user alone. */
const WIDGET =
  "<script>fetch('https://hono-lucia.test:' + location.port + '/api/profile', { credentials: " +
  "'include' }).then((answer) => answer.json()).then(() => { document.title = 'read'; })</script>";
/** A frame without an origin that does the same. */
const SANDBOX =
  "<iframe sandbox='allow-scripts' srcdoc=\"<script>fetch('/api/profile', { credentials: " +
  "'include' })</script>\"></iframe>";
/** Whoever asks may read, with the user's cookies. */
const READ_BY_ALL =
  "site.use((request, response, next) => { const origin = request.get('origin'); if (origin) " +
  "response.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': " +
  "'true', Vary: 'Origin' }); next(); });";
const CSRF_CHECK: readonly [string, string] = [
  "import { csrf } from 'hono/csrf';",
  "import { cors } from 'hono/cors';",
];

/** What a site leaves open to other sites, to caches and to whoever listens. */
export const GUARDS: readonly Variant[] = [
  {
    of: 'express-session',
    name: 'by-get',
    edits: [
      [
        'loginPage({ head: NOISE_HEAD })',
        'loginPage({ head: NOISE_HEAD }).replace(\'method="post" action="/login"\', ' +
          '\'action="/enter"\')',
      ],
      ["site.post('/login', (request,", "site.get('/enter', (request,"],
      [
        'isUser(request.body.username, request.body.password)',
        "isUser(request.query['username'], request.query['password'])",
      ],
      ['request.body.username;', "String(request.query['username']);"],
      [
        'accountPage({ head: NOISE_HEAD })',
        'accountPage({ head: NOISE_HEAD }).replace(\'method="post" action="/logout"\', ' +
          '\'action="/logout"\')',
      ],
      ["site.post('/logout'", "site.get('/logout'"],
    ],
    seeds: seeds(undefined, 'password-in-url', 'password-over-http', 'state-changed-by-get'),
  },
  {
    of: 'express-session',
    name: 'read-by-all',
    edits: [
      OVER_HTTPS,
      [
        'saveUninitialized: true }',
        "saveUninitialized: true, cookie: { secure: true, sameSite: 'none' } }",
      ],
      ['site.use(noiseRoutes());', `site.use(noiseRoutes());\n  ${READ_BY_ALL}`],
      [
        'accountPage({ head: NOISE_HEAD })',
        `accountPage({ head: NOISE_HEAD }) + ${JSON.stringify(SANDBOX)}`,
      ],
      underPublicName('express-session'),
    ],
    seeds: [
      { ruleId: 'cors-credentials-reflected', least: 'high' },
      ...seeds('connect.sid', 'cookie-samesite-none-on-session'),
      ...seeds(undefined, 'hsts-missing', 'csrf-unprotected'),
    ],
    thirdPartyCookies: true,
  },
  {
    of: 'hono-lucia',
    name: 'read-elsewhere',
    edits: [
      CSRF_CHECK,
      ['site.use(csrf(), ', 'site.use(cors({ origin: (origin) => origin, credentials: true }), '],
      ["sameSite: 'Lax' }", "sameSite: 'None' }"],
      [
        "site.get('/login',",
        `site.get('/widget', (context) => context.html(${JSON.stringify(WIDGET)}));\n` +
          "  site.get('/login',",
      ],
      underPublicName('hono-lucia'),
    ],
    seeds: [
      ...seeds('session_token', 'cookie-samesite-none-on-session'),
      ...seeds(undefined, 'cors-credentials-reflected', 'csrf-unprotected', 'hsts-missing'),
    ],
    visit: readElsewhereVisit,
    thirdPartyCookies: true,
  },
  {
    of: 'hono-lucia',
    name: 'five-minutes',
    edits: [
      [
        'site.use(csrf(), ',
        'site.use(async (context, next) => { await next(); ' +
          "context.header('Strict-Transport-Security', 'max-age=300'); }, ",
      ],
      ["secure: true, path: '/', sameSite: 'Lax' }", "secure: false, path: '/' }"],
      [
        'context.html(accountPage())',
        "context.html(accountPage(), 200, { 'Cache-Control': 'public, s-maxage=600' })",
      ],
      underPublicName('hono-lucia'),
    ],
    seeds: [
      ...seeds('session_token', 'cookie-missing-secure', 'cookie-missing-samesite'),
      ...seeds(undefined, 'hsts-missing', 'csrf-unprotected', 'authenticated-response-cacheable'),
    ],
  },
  {
    of: 'fastify-session',
    name: 'unguarded',
    edits: [
      ['{ preHandler: site.csrfProtection },', ''],
      ['field(reply.generateCsrf())', ''],
      [
        "inside.get('/account', (_, reply) =>\n        reply",
        "inside.get('/account', (_, reply) =>\n" +
          "        reply.header('Cache-Control', 'public, s-maxage=600')",
      ],
    ],
    seeds: [
      ...seeds('sessionId', 'cookie-missing-samesite'),
      ...seeds(undefined, 'csrf-unprotected', 'authenticated-response-cacheable'),
    ],
  },
  {
    of: 'basic-auth',
    name: 'cached',
    edits: [
      ["of ['/reports/1'", "of ['/reports', '/reports/1'"],
      [
        "site.get('/api/profile',",
        "site.use((_, response, next) => { response.set('Cache-Control', 'public, " +
          "s-maxage=600'); next(); });\n" +
          "  site.get('/api/profile',",
      ],
    ],
    seeds: [
      { ruleId: 'basic-auth-in-use', name: 'authorization', least: 'critical' },
      ...seeds(undefined, 'authenticated-response-cacheable'),
    ],
  },
  {
    of: 'basic-auth',
    name: 'https',
    edits: [OVER_HTTPS],
    seeds: [{ ruleId: 'basic-auth-in-use', name: 'authorization', least: 'medium' }],
  },
  {
    of: 'parse',
    name: 'five-minutes',
    edits: [
      [
        "site.get('/', (_, response) =>",
        "site.use((_, response, next) => { response.set('Strict-Transport-Security', " +
          "'max-age=300'); next(); });\n" +
          "  site.get('/', (_, response) =>",
      ],
      underPublicName('parse'),
    ],
    seeds: [
      ...seeds(/currentUser\/sessionToken$/, 'token-in-local-storage'),
      ...seeds(undefined, 'hsts-missing'),
    ],
  },
];
