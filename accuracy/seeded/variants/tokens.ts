import type { Variant } from '../variant.js';
import { keptLoginVisit } from '../visits.js';

const STORED = { carrier: 'localStorage', name: 'token' } as const;

/** Tokens that are made, kept or sent as they should not be. */
export const TOKENS: readonly Variant[] = [
  {
    of: 'nest-jwt-cookie',
    name: 'endless',
    edits: [
      [
        "secret: 'a secret that is long enough for HS256',\n" +
          "      signOptions: { expiresIn: '1h' },",
        "secret: 'secret',",
      ],
      ["{ httpOnly: true, sameSite: 'lax' }", '{ httpOnly: false, maxAge: 63_072_000_000 }'],
      ['username: USER.name }', "username: USER.name, password: 'correct-Horse' }"],
    ],
    seeds: [
      { ruleId: 'jwt-missing-exp', name: 'access_token', least: 'high' },
      { ruleId: 'jwt-weak-secret', name: 'access_token', least: 'high' },
      { ruleId: 'jwt-sensitive-claims', name: 'access_token', least: 'high' },
      { ruleId: 'cookie-missing-httponly', name: 'access_token', least: 'high' },
      { ruleId: 'cookie-missing-secure', name: 'access_token', least: 'high' },
      { ruleId: 'cookie-missing-samesite', name: 'access_token', least: 'medium' },
    ],
  },
  {
    of: 'nest-jwt-cookie',
    name: 'year',
    edits: [
      ["expiresIn: '1h'", "expiresIn: '365d'"],
      ["sameSite: 'lax' }", "sameSite: 'lax', maxAge: 86_400_000 }"],
    ],
    seeds: [{ ruleId: 'jwt-lifetime-too-long', name: 'access_token', least: 'low' }],
  },
  {
    of: 'nest-jwt-cookie',
    name: 'cookie-for-ever',
    edits: [["sameSite: 'lax' }", "sameSite: 'lax', maxAge: 31_536_000_000 }"]],
    seeds: [{ ruleId: 'cookie-outlives-jwt', name: 'access_token', least: 'low' }],
  },
  {
    of: 'passport-jwt',
    name: 'kept',
    edits: [
      ["expiresIn: '15m'", "expiresIn: '60d'"],
      ['const SECRET = randomBytes(32);', "const SECRET = 'secret';"],
      [" localStorage.removeItem('token'); localStorage.removeItem('refreshToken');", ''],
      [
        'refreshTokens.delete(request.body.refreshToken);\n    response.json({});',
        'void request;\n    response.json({});',
      ],
    ],
    seeds: [
      { ruleId: 'token-in-local-storage', name: STORED.name, least: 'high' },
      { ruleId: 'token-over-http', name: STORED.name, least: 'high' },
      { ruleId: 'jwt-lifetime-too-long', name: STORED.name, least: 'high' },
      { ruleId: 'jwt-weak-secret', name: STORED.name, least: 'high' },
      { ruleId: 'token-survives-logout', name: STORED.name, least: 'high' },
      { ruleId: 'logout-keeps-storage', least: 'medium' },
    ],
    visit: keptLoginVisit,
  },
  {
    of: 'passport-jwt',
    name: 'url',
    edits: [
      [
        'ExtractJwt.fromAuthHeaderAsBearerToken()',
        "ExtractJwt.fromUrlQueryParameter('access_token')",
      ],
      [
        'fetch(path, { ...options, headers: { ...options.headers, ...(localStorage.token ? { ' +
          "Authorization: 'Bearer ' + localStorage.token } : {}) } })",
        "fetch(localStorage.token ? path + '?access_token=' + localStorage.token : path, options)",
      ],
      ["{\n      subject: USER.id,\n      expiresIn: '15m',\n    }", '{ subject: USER.id }'],
    ],
    labels: [{ carrier: 'url', name: 'access_token', role: 'access-token', format: 'jwt' }],
    seeds: [
      { ruleId: 'token-in-url', name: STORED.name, least: 'high' },
      { ruleId: 'jwt-missing-exp', name: STORED.name, least: 'high' },
      { ruleId: 'token-in-local-storage', name: STORED.name, least: 'high' },
    ],
  },
  {
    of: 'passport-jwt',
    name: 'ended',
    edits: [
      ["expiresIn: '15m'", "expiresIn: '-10m'"],
      ['secretOrKey: SECRET }', 'secretOrKey: SECRET, ignoreExpiration: true }'],
    ],
    seeds: [{ ruleId: 'jwt-expired-in-use', name: STORED.name, least: 'high' }],
  },
  {
    of: 'passport-jwt',
    name: 'early',
    edits: [
      ["expiresIn: '15m'", "expiresIn: '3h', notBefore: '2h'"],
      [
        'secretOrKey: SECRET }',
        'secretOrKey: SECRET, jsonWebTokenOptions: { ignoreNotBefore: true } }',
      ],
    ],
    seeds: [{ ruleId: 'jwt-not-yet-valid', name: STORED.name, least: 'medium' }],
  },
  {
    of: 'passport-jwt',
    name: 'odd',
    edits: [
      [
        "jwt.sign({ name: USER.name, jti: randomBytes(8).toString('hex') }, SECRET, {\n" +
          '      subject: USER.id,\n' +
          "      expiresIn: '15m',\n" +
          '    })',
        'jwt.sign({ name: USER.name, exp: Date.now() + 900_000, password_hash: ' +
          "'$2b$12$Ro0CUfOqk6cXEKf3dyaM7OhSCvnwM9s4wIX9JeLapehKK5YdLxKcm' }, SECRET, {\n" +
          '      subject: USER.id,\n' +
          "      header: { alg: 'HS256', kid: '../../keys/shop', jwk: { kty: 'oct', " +
          "k: 'c2VjcmV0' } } as never,\n" +
          '    })',
      ],
    ],
    seeds: [
      { ruleId: 'jwt-odd-times', name: STORED.name, least: 'medium' },
      { ruleId: 'jwt-key-in-header', name: STORED.name, least: 'high' },
      { ruleId: 'jwt-sensitive-claims', name: STORED.name, least: 'high' },
    ],
  },
  {
    of: 'silent-refresh',
    name: 'unsigned',
    edits: [
      [
        "jwt.sign({ jti: randomUUID() }, SECRET, { subject: USER.id, expiresIn: '5m' })",
        "jwt.sign({ jti: randomUUID() }, '', { subject: USER.id, expiresIn: '5m', " +
          "algorithm: 'none' })",
      ],
      [
        "jwt.verify((request.get('authorization') ?? '').replace('Bearer ', ''), SECRET);",
        "jwt.verify((request.get('authorization') ?? '').replace('Bearer ', ''), '', { " +
          "algorithms: ['none'] });",
      ],
      ["sameSite: 'strict'", "sameSite: 'none'"],
      ['httpOnly: true', 'httpOnly: false'],
    ],
    seeds: [
      { ruleId: 'jwt-alg-none', name: 'authorization', least: 'critical' },
      { ruleId: 'cookie-missing-httponly', name: 'jid', least: 'high' },
      { ruleId: 'cookie-samesite-none-on-session', name: 'jid', least: 'medium' },
    ],
  },
  {
    of: 'silent-refresh',
    name: 'never-renewed',
    edits: [
      ["expiresIn: '7d'", "expiresIn: '365d'"],
      ['const id = randomUUID();', 'const id = families.get(family) ?? randomUUID();'],
    ],
    seeds: [{ ruleId: 'jwt-lifetime-too-long', name: 'jid', least: 'low' }],
  },
  {
    of: 'bearer-auth-token',
    name: 'kept',
    edits: [
      ['sessionStorage', 'localStorage'],
      [" await api.post('/logout/', {}); keep();", " await api.post('/logout/', {});"],
      [
        "tokens.delete((request.headers.authorization ?? '').replace('Token ', ''));",
        'void request;',
      ],
    ],
    labels: [
      { carrier: 'localStorage', name: 'shop/auth/token', role: 'access-token' },
      { carrier: 'localStorage', name: /^shop\//, role: ['preference', 'other'] },
    ],
    seeds: [
      { ruleId: 'token-in-local-storage', name: 'shop/auth/token', least: 'high' },
      { ruleId: 'token-over-http', name: 'shop/auth/token', least: 'high' },
      { ruleId: 'token-survives-logout', name: 'shop/auth/token', least: 'high' },
      { ruleId: 'logout-keeps-storage', least: 'medium' },
    ],
    visit: keptLoginVisit,
  },
];
