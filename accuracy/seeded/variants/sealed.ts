import type { Variant } from '../variant.js';

const TWO_YEARS = 63_072_000_000;

/** Sessions that the cookie itself carries, or that a library of its own keeps. */
export const SEALED: readonly Variant[] = [
  {
    of: 'cookie-session',
    name: 'bare',
    edits: [['maxAge: 86_400_000', `httpOnly: false, maxAge: ${TWO_YEARS}`]],
    seeds: [
      { ruleId: 'cookie-missing-httponly', name: 'session', least: 'high' },
      { ruleId: 'cookie-missing-secure', name: 'session', least: 'high' },
      { ruleId: 'cookie-missing-samesite', name: 'session', least: 'medium' },
      { ruleId: 'cookie-persistent-session', name: 'session', least: 'medium' },
    ],
  },
  {
    of: 'cookie-session',
    name: 'none',
    edits: [
      ['() => app()),', '() => app(), { secure: true }),'],
      ['maxAge: 86_400_000', "sameSite: 'none', secure: true, maxAge: 2_592_000_000"],
    ],
    seeds: [
      { ruleId: 'cookie-samesite-none-on-session', name: 'session', least: 'medium' },
      { ruleId: 'cookie-persistent-session', name: 'session', least: 'medium' },
    ],
  },
  {
    of: 'iron-session',
    name: 'bare',
    edits: [
      ["password: 'a password", "ttl: 0, password: 'a password"],
      ['cookieOptions: { secure: false }', 'cookieOptions: { secure: false, httpOnly: false }'],
    ],
    seeds: [
      { ruleId: 'cookie-missing-httponly', name: 'bookshop', least: 'high' },
      { ruleId: 'cookie-missing-secure', name: 'bookshop', least: 'high' },
      { ruleId: 'cookie-persistent-session', name: 'bookshop', least: 'medium' },
    ],
  },
  {
    of: 'iron-session',
    name: 'none',
    edits: [
      ['() => app()),', '() => app(), { secure: true }),'],
      [
        'cookieOptions: { secure: false }',
        "cookieOptions: { secure: true, sameSite: 'none', domain: 'iron-session.test' }",
      ],
    ],
    seeds: [
      { ruleId: 'cookie-samesite-none-on-session', name: 'bookshop', least: 'medium' },
      { ruleId: 'cookie-persistent-session', name: 'bookshop', least: 'medium' },
      { ruleId: 'cookie-domain-too-broad', name: 'bookshop', least: 'info' },
    ],
  },
  {
    of: 'react-router',
    name: 'bare',
    edits: [
      ["httpOnly: true,\n  sameSite: 'lax' as const,", 'httpOnly: false,'],
      ['maxAge: 604_800 }', `maxAge: ${TWO_YEARS / 1000} }`],
    ],
    seeds: [
      { ruleId: 'cookie-missing-httponly', name: '__session', least: 'high' },
      { ruleId: 'cookie-persistent-session', name: '__session', least: 'medium' },
    ],
  },
  {
    of: 'remember-me',
    name: 'for-ever',
    edits: [
      ['httpOnly: true, maxAge: WEEK', `httpOnly: false, maxAge: ${TWO_YEARS / 2}`],
      ["response.clearCookie('remember_me');", ''],
    ],
    seeds: [
      { ruleId: 'remember-me-lifetime-too-long', name: 'remember_me', least: 'low' },
      { ruleId: 'cookie-missing-httponly', name: 'remember_me', least: 'high' },
      { ruleId: 'cookie-missing-secure', name: 'remember_me', least: 'high' },
    ],
  },
  {
    of: 'hono-lucia',
    name: 'open',
    edits: [
      [
        "httpOnly: true, secure: true, path: '/', sameSite: 'Lax'",
        "httpOnly: false, secure: false, path: '/', domain: 'hono-lucia.test'",
      ],
      ['maxAge: 86_400 ', 'maxAge: 31_536_000 '],
      [
        "sessions.delete(idOf(context) ?? '');\n    deleteCookie(context, 'session_token', flags);",
        '',
      ],
    ],
    seeds: [
      { ruleId: 'cookie-missing-httponly', name: 'session_token', least: 'high' },
      { ruleId: 'cookie-missing-secure', name: 'session_token', least: 'high' },
      { ruleId: 'cookie-missing-samesite', name: 'session_token', least: 'medium' },
      { ruleId: 'cookie-domain-too-broad', name: 'session_token', least: 'info' },
      { ruleId: 'cookie-persistent-session', name: 'session_token', least: 'medium' },
      { ruleId: 'session-survives-logout', name: 'session_token', least: 'high' },
    ],
  },
  {
    of: 'client-sessions',
    name: 'long',
    edits: [
      [
        "secret: 'second secret', duration: 7_200_000",
        `secret: 'second secret', duration: ${TWO_YEARS}, cookie: { httpOnly: false }`,
      ],
    ],
    seeds: [
      { ruleId: 'cookie-missing-httponly', name: 'authenticated', least: 'high' },
      { ruleId: 'cookie-missing-secure', name: 'authenticated', least: 'high' },
      { ruleId: 'cookie-missing-samesite', name: 'authenticated', least: 'medium' },
      { ruleId: 'cookie-persistent-session', name: 'authenticated', least: 'medium' },
    ],
  },
  {
    of: 'better-auth',
    name: 'open',
    edits: [
      [
        'telemetry: { enabled: false },',
        'telemetry: { enabled: false }, advanced: { defaultCookieAttributes: { ' +
          'httpOnly: false } },',
      ],
      ['session: { cookieCache', 'session: { expiresIn: 31_536_000, cookieCache'],
    ],
    seeds: [
      { ruleId: 'cookie-missing-httponly', name: 'better-auth.session_token', least: 'high' },
      { ruleId: 'cookie-missing-secure', name: 'better-auth.session_token', least: 'high' },
      { ruleId: 'cookie-persistent-session', name: 'better-auth.session_token', least: 'medium' },
    ],
  },
];
