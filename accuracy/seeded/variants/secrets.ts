import {
  KNOWN_SECRET,
  LONG_KNOWN_SECRET,
  OVER_HTTPS,
  seeds,
  TWO_YEARS,
  underPublicName,
} from '../faults.js';
import type { Variant } from '../variant.js';

const SECRET = "secret: 'a secret that is long enough'";
const KNOWN: readonly [string, string] = [SECRET, `secret: '${KNOWN_SECRET}'`];
const KNOWN_KEYS: readonly [string, string] = [
  "keys = ['a key for signing']",
  `keys = ['${KNOWN_SECRET}']`,
];

/** Frameworks that sign with a secret of a tutorial. */
export const SECRETS: readonly Variant[] = [
  {
    of: 'kept-session',
    name: 'known-secret',
    edits: [KNOWN],
    seeds: seeds('shop.sid', 'session-weak-secret', 'session-not-rotated-at-login'),
  },
  {
    of: 'remember-me',
    name: 'known-secret',
    edits: [KNOWN, OVER_HTTPS, underPublicName('remember-me')],
    seeds: [
      ...seeds('bookshop.id', 'session-weak-secret', 'cookie-missing-secure'),
      ...seeds('remember_me', 'cookie-missing-secure', 'cookie-missing-samesite'),
      ...seeds(undefined, 'hsts-missing', 'csrf-unprotected'),
    ],
  },
  {
    of: 'unleash-flags',
    name: 'bare',
    edits: [
      KNOWN,
      ['saveUninitialized: false,', 'saveUninitialized: true,'],
      ['cookie: { maxAge: DAY },', `cookie: { maxAge: ${TWO_YEARS}, httpOnly: false },`],
      [
        'request.session.regenerate((error) => {',
        '((then: (error?: unknown) => void) => then())((error) => {',
      ],
      [
        'request.session.destroy((error) =>\n' +
          "      error ? next(error) : response.clearCookie('store').redirect('/'),\n" +
          '    );',
        "void [request, next];\n    response.redirect('/');",
      ],
    ],
    seeds: [
      ...seeds(
        'store',
        'cookie-missing-httponly',
        'cookie-missing-secure',
        'cookie-missing-samesite',
        'cookie-persistent-session',
        'session-not-rotated-at-login',
        'session-weak-secret',
        'session-survives-logout',
      ),
      ...seeds(undefined, 'password-over-http', 'csrf-unprotected'),
    ],
  },
  {
    of: 'cookie-session',
    name: 'known-key',
    edits: [
      OVER_HTTPS,
      ["keys: ['a key for signing']", `keys: ['${KNOWN_SECRET}'], secure: false`],
      [
        "site.get('/account', (_, response) => void response.send(",
        "site.get('/account', (_, response) => void response.set('Cache-Control', 'public, " +
          "s-maxage=600').send(",
      ],
      underPublicName('cookie-session'),
    ],
    seeds: [
      ...seeds(/^session/, 'session-weak-secret'),
      ...seeds('session', 'cookie-missing-secure', 'cookie-missing-samesite'),
      ...seeds(undefined, 'hsts-missing', 'csrf-unprotected', 'authenticated-response-cacheable'),
    ],
  },
  {
    of: 'koa-external-store',
    name: 'known-key',
    edits: [KNOWN_KEYS, ["key: 'shop', store", "key: 'shop', store, domain: HOST"]],
    seeds: [
      ...seeds(/^shop/, 'session-weak-secret'),
      ...seeds('shop', 'cookie-missing-secure', 'cookie-domain-too-broad'),
    ],
  },
  {
    of: 'iron-session',
    name: 'known-password',
    edits: [
      [
        "password: 'a password with minimum length of 32 characters'",
        `password: '${LONG_KNOWN_SECRET}'`,
      ],
    ],
    seeds: seeds('bookshop', 'session-weak-secret', 'cookie-missing-secure'),
  },
  {
    of: 'fastify-session',
    name: 'known-secret',
    edits: [["'a secret with minimum length of 32 characters'", `'${LONG_KNOWN_SECRET}'`]],
    seeds: seeds('sessionId', 'session-weak-secret', 'cookie-missing-secure'),
  },
  {
    of: 'better-auth',
    name: 'known-secret',
    edits: [
      [
        "secret: 'a secret with at least 32 characters of length'",
        "secret: 'better-auth-secret-12345678901234567890'",
      ],
      [
        'telemetry: { enabled: false },',
        'telemetry: { enabled: false }, advanced: { crossSubDomainCookies: { enabled: true, ' +
          "domain: 'better-auth.test' } },",
      ],
    ],
    seeds: seeds(
      'better-auth.session_token',
      'session-weak-secret',
      'cookie-missing-secure',
      'cookie-domain-too-broad',
    ),
  },
  {
    of: 'react-router',
    name: 'known-secret',
    edits: [["secrets: ['a secret for signing']", `secrets: ['${KNOWN_SECRET}']`]],
    seeds: seeds('__session', 'session-weak-secret', 'cookie-persistent-session'),
  },
  {
    of: 'csrf-csrf',
    name: 'known-secret',
    edits: [
      ["secret: 'another secret'", `secret: '${KNOWN_SECRET}'`],
      [
        'cookie: { secure: true }',
        "cookie: { secure: true, sameSite: 'none', domain: 'csrf-csrf.test' }",
      ],
      underPublicName('csrf-csrf'),
    ],
    seeds: [
      ...seeds(
        'sid',
        'session-weak-secret',
        'cookie-samesite-none-on-session',
        'cookie-domain-too-broad',
      ),
      ...seeds(undefined, 'hsts-missing'),
    ],
  },
  {
    of: 'passport-openidconnect',
    name: 'known-secret',
    edits: [KNOWN],
    seeds: [
      ...seeds('connect.sid', 'session-weak-secret', 'cookie-missing-secure'),
      ...seeds(undefined, 'csrf-unprotected'),
    ],
  },
];
