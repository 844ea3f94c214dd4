import type { Variant } from '../variant.js';

const TWO_YEARS = 63_072_000_000;
const NO_NEW_ID: readonly [string, string] = [
  'request.session.regenerate((error) => {',
  '((then: (error?: unknown) => void) => then())((error) => {',
];

/** Sessions of the server's own whose settings are worse than they could be. */
export const SESSIONS: readonly Variant[] = [
  {
    of: 'express-session',
    name: 'bare',
    edits: [
      [
        'saveUninitialized: true }',
        `saveUninitialized: true, cookie: { httpOnly: false, maxAge: ${TWO_YEARS} } }`,
      ],
      NO_NEW_ID,
      [
        'request.session.destroy((error) =>\n' +
          "      error ? next(error) : response.clearCookie('connect.sid').redirect('/'),\n" +
          '    );',
        "void next;\n    response.redirect('/');",
      ],
    ],
    seeds: [
      { ruleId: 'cookie-missing-httponly', name: 'connect.sid', least: 'high' },
      { ruleId: 'cookie-missing-secure', name: 'connect.sid', least: 'high' },
      { ruleId: 'cookie-missing-samesite', name: 'connect.sid', least: 'medium' },
      { ruleId: 'cookie-persistent-session', name: 'connect.sid', least: 'medium' },
      { ruleId: 'session-not-rotated-at-login', name: 'connect.sid', least: 'high' },
      { ruleId: 'session-survives-logout', name: 'connect.sid', least: 'high' },
    ],
  },
  {
    of: 'express-session',
    name: 'everywhere',
    edits: [
      ['() => app()),', '() => app(), { secure: true }),'],
      [
        'saveUninitialized: true }',
        "saveUninitialized: true, cookie: { httpOnly: false, secure: true, sameSite: 'none', " +
          "domain: 'express-session.test' } }",
      ],
      [
        "clearCookie('connect.sid')",
        "clearCookie('connect.sid', { domain: 'express-session.test' })",
      ],
    ],
    seeds: [
      { ruleId: 'cookie-samesite-none-on-session', name: 'connect.sid', least: 'medium' },
      { ruleId: 'cookie-missing-httponly', name: 'connect.sid', least: 'high' },
      { ruleId: 'cookie-domain-too-broad', name: 'connect.sid', least: 'info' },
    ],
  },
  {
    of: 'kept-session',
    name: 'https',
    edits: [['() => app()),', '() => app(), { secure: true }),']],
    seeds: [
      { ruleId: 'cookie-missing-secure', name: 'shop.sid', least: 'high' },
      { ruleId: 'cookie-missing-samesite', name: 'shop.sid', least: 'medium' },
      { ruleId: 'session-not-rotated-at-login', name: 'shop.sid', least: 'high' },
    ],
  },
  {
    of: 'koa-external-store',
    name: 'counted',
    edits: [
      [
        "session({ key: 'shop', store }, site)",
        `session({ key: 'koa.sess', store, signed: false, httpOnly: false, maxAge: ${TWO_YEARS}, ` +
          'genid: () => String(100_000 + count++) }, site)',
      ],
      ['function app(sessions', 'let count = 0;\n\nfunction app(sessions'],
      ["context.session = null;\n    context.redirect('/');", "context.redirect('/');"],
    ],
    labels: [{ carrier: 'cookie', name: 'koa.sess', role: 'session' }],
    seeds: [
      { ruleId: 'session-id-low-entropy', name: 'koa.sess', least: 'high' },
      { ruleId: 'cookie-missing-httponly', name: 'koa.sess', least: 'high' },
      { ruleId: 'cookie-missing-secure', name: 'koa.sess', least: 'high' },
      { ruleId: 'cookie-persistent-session', name: 'koa.sess', least: 'medium' },
      { ruleId: 'session-survives-logout', name: 'koa.sess', least: 'high' },
    ],
  },
  {
    of: 'koa-external-store',
    name: 'server-names',
    edits: [
      [
        "cookie: 'ROUTEID', values: ['.shop1', '.shop2']",
        "cookie: 'BIGipServershop', values: ['167837962.36895.0000', '184615178.36895.0000']",
      ],
    ],
    labels: [{ carrier: 'cookie', name: 'BIGipServershop', role: 'load-balancer' }],
    seeds: [{ ruleId: 'session-affinity-exposed', name: /^BIGip/, least: 'low' }],
  },
  {
    of: 'fastify-session',
    name: 'bare',
    edits: [
      [
        'cookie: { secure: false }',
        `cookie: { secure: false, httpOnly: false, maxAge: ${TWO_YEARS} }`,
      ],
      ['await request.session.regenerate();', ''],
      [
        'await (request.session as unknown as { destroy(): Promise<void> }).destroy();\n' +
          "        return reply.clearCookie('sessionId', { path: '/' }).redirect('/');",
        "void request;\n        return reply.redirect('/');",
      ],
    ],
    seeds: [
      { ruleId: 'cookie-missing-httponly', name: 'sessionId', least: 'high' },
      { ruleId: 'cookie-missing-secure', name: 'sessionId', least: 'high' },
      { ruleId: 'cookie-persistent-session', name: 'sessionId', least: 'medium' },
      { ruleId: 'session-not-rotated-at-login', name: 'sessionId', least: 'high' },
      { ruleId: 'session-survives-logout', name: 'sessionId', least: 'high' },
    ],
  },
  {
    of: 'csrf-csrf',
    name: 'insecure',
    edits: [
      [
        'cookie: { secure: true }',
        'cookie: { secure: false, httpOnly: false, maxAge: 2_592_000_000 }',
      ],
      NO_NEW_ID,
    ],
    seeds: [
      { ruleId: 'cookie-missing-secure', name: 'sid', least: 'high' },
      { ruleId: 'cookie-missing-httponly', name: 'sid', least: 'high' },
      { ruleId: 'cookie-missing-samesite', name: 'sid', least: 'medium' },
      { ruleId: 'cookie-persistent-session', name: 'sid', least: 'medium' },
      { ruleId: 'session-not-rotated-at-login', name: 'sid', least: 'high' },
    ],
  },
];
