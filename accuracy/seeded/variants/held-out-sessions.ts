import {
  bareCookie,
  KNOWN_SECRET,
  LONG_KNOWN_SECRET,
  seeds,
  TWO_YEARS,
  underPublicName,
} from '../faults.js';
import type { Variant } from '../variant.js';
import { keptLoginVisit } from '../visits.js';

const TWO_YEARS_IN_SECONDS = TWO_YEARS / 1_000;
/** Every cache may keep it, and asks the server again. */
const FOR_ALL = 'public, s-maxage=600';

/** Sessions of held-out stacks; written from their source and documentation alone. */
export const HELD_OUT_SESSIONS: readonly Variant[] = [
  {
    of: 'koa-session',
    name: 'bare',
    edits: [
      ['session({}, site)', `session({ httpOnly: false, maxAge: ${TWO_YEARS} }, site)`],
      ["context.session = null;\n    context.redirect('/');", "context.redirect('/');"],
    ],
    seeds: [
      ...bareCookie('koa.sess'),
      ...seeds('koa.sess', 'session-survives-logout'),
      ...seeds(undefined, 'password-over-http'),
    ],
  },
  {
    of: 'koa-session',
    name: 'https',
    edits: [
      ['() => app().callback()),', '() => app().callback(), { secure: true }),'],
      // By default it follows the connection.
      ['session({}, site)', 'session({ secure: false }, site)'],
      ["site.keys = ['a key for signing'];", `site.keys = ['${KNOWN_SECRET}'];`],
      [
        'else context.body = accountPage();',
        `else { context.set('Cache-Control', '${FOR_ALL}'); context.body = accountPage(); }`,
      ],
      underPublicName('koa-session'),
    ],
    seeds: [
      ...seeds('koa.sess', 'cookie-missing-secure', 'cookie-missing-samesite'),
      ...seeds(/^koa\.sess/, 'session-weak-secret'),
      ...seeds(undefined, 'hsts-missing', 'csrf-unprotected', 'authenticated-response-cacheable'),
    ],
  },
  {
    of: 'hapi-yar',
    name: 'bare',
    edits: [
      [
        "password: 'a password with minimum length of 32 characters',\n          isSecure: false,",
        `password: '${LONG_KNOWN_SECRET}',\n` +
          `          isSecure: false, isHttpOnly: false, isSameSite: false, ttl: ${TWO_YEARS},`,
      ],
      ["request.yar.reset();\n        return h.redirect('/');", "return h.redirect('/');"],
    ],
    seeds: [
      ...bareCookie('session'),
      ...seeds('session', 'session-survives-logout', 'session-weak-secret'),
      ...seeds(undefined, 'password-over-http'),
    ],
  },
  {
    of: 'hapi-yar',
    name: 'unguarded',
    edits: [
      ['{ plugin: crumb, options: { cookieOptions: { isSecure: false } } },', ''],
      [
        "characters',\n          isSecure: false,",
        "characters',\n          isSecure: false, isSameSite: false, domain: HOST,",
      ],
    ],
    seeds: [
      ...seeds('session', 'cookie-missing-samesite', 'cookie-domain-too-broad'),
      ...seeds(undefined, 'csrf-unprotected'),
    ],
  },
  {
    of: 'lusca',
    name: 'bare',
    edits: [
      [
        'saveUninitialized: true,',
        `saveUninitialized: true, cookie: { httpOnly: false, maxAge: ${TWO_YEARS} },`,
      ],
      ["secret: 'a secret that is long enough'", `secret: '${KNOWN_SECRET}'`],
      [
        'request.session.destroy((error) =>\n' +
          "      error ? next(error) : response.clearCookie('app').json({ ok: true }),\n" +
          '    );',
        'void [request, next];\n    response.json({ ok: true });',
      ],
    ],
    seeds: [
      ...bareCookie('app'),
      ...seeds(
        'app',
        'session-not-rotated-at-login',
        'session-weak-secret',
        'session-survives-logout',
      ),
      ...seeds(undefined, 'password-over-http'),
    ],
    visit: keptLoginVisit,
  },
  {
    of: 'fastify-secure-session',
    name: 'bare',
    edits: [
      [
        "{ path: '/', httpOnly: true, sameSite: 'lax' }",
        `{ path: '/', httpOnly: false, maxAge: ${TWO_YEARS_IN_SECONDS} }`,
      ],
      ['request.session.delete();', 'void request;'],
    ],
    seeds: [
      ...bareCookie('session'),
      ...seeds('session', 'session-survives-logout'),
      ...seeds(undefined, 'password-over-http', 'csrf-unprotected'),
    ],
  },
  {
    of: 'balanced-session',
    name: 'bare',
    edits: [
      [
        "cookie: 'SRV', values: ['web1', 'web2']",
        "cookie: 'BIGipServershop', values: ['167837962.36895.0000', '184615178.36895.0000']",
      ],
      [
        "secret: 'a secret that is long enough',\n" +
          '      resave: false,\n' +
          '      saveUninitialized: false,',
        `secret: '${KNOWN_SECRET}',\n` +
          '      resave: false,\n' +
          '      saveUninitialized: true,\n' +
          `      cookie: { httpOnly: false, maxAge: ${TWO_YEARS} },`,
      ],
      [
        'request.session.destroy((error) =>\n' +
          "      error ? next(error) : response.clearCookie('member').redirect('/'),\n" +
          '    );',
        "void [request, next];\n    response.redirect('/');",
      ],
    ],
    labels: [{ carrier: 'cookie', name: 'BIGipServershop', role: 'load-balancer' }],
    seeds: [
      ...bareCookie('member'),
      ...seeds(
        'member',
        'session-not-rotated-at-login',
        'session-weak-secret',
        'session-survives-logout',
      ),
      ...seeds('BIGipServershop', 'session-affinity-exposed'),
      ...seeds(undefined, 'password-over-http', 'csrf-unprotected'),
    ],
  },
  {
    of: 'persistent-login',
    name: 'for-ever',
    edits: [
      ['const MONTH = 2_592_000;', `const MONTH = ${TWO_YEARS_IN_SECONDS};`],
      ["httpOnly: true,\n      sameSite: 'lax',", 'httpOnly: false,'],
      ['cookie: { secure: false },', `cookie: { secure: false, httpOnly: false },`],
      [
        'await (request.session as unknown as { destroy(): Promise<void> }).destroy();\n' +
          '    return reply\n' +
          "      .clearCookie('visit', { path: '/' })\n" +
          "      .clearCookie('stay', { path: '/' })\n" +
          "      .redirect('/');",
        "void request;\n    return reply.redirect('/');",
      ],
    ],
    seeds: [
      ...seeds(
        'stay',
        'cookie-missing-httponly',
        'cookie-missing-secure',
        'cookie-missing-samesite',
        'remember-me-lifetime-too-long',
      ),
      ...seeds(
        'visit',
        'cookie-missing-httponly',
        'cookie-missing-secure',
        'session-survives-logout',
      ),
      ...seeds(undefined, 'password-over-http', 'logout-keeps-storage'),
    ],
  },
];
