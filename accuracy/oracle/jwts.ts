import type { Role } from '../../src/engine/model.js';
import { hasFamousSecret, jweHeadersOf, type Jws, jwssOf, type Members } from './jws.js';
import { DAY, lifetimeOf, livingLines } from './line.js';
import { type Answer, asked, AUTHENTICATING, type LabelQuestion, open, worst } from './question.js';
import { domainOf } from './seen.js';
import { regex } from '../../src/engine/regex.js';

const MINUTE = 60_000;
const ANYTHING = [
  'session',
  'access-token',
  'refresh-token',
  'id-token',
  'remember-me',
  'api-key',
  'other',
  'csrf',
  'oauth-state',
  'device',
] as const satisfies readonly Role[];

/** What stands in a JWT, and when it is used. */
export const JWT_QUESTIONS: readonly LabelQuestion[] = [
  jwt('jwt-alg-none', ANYTHING, ({ header }) => asked(isNone(header))),
  jwt('jwt-unsigned', ANYTHING, ({ header, signature }) =>
    asked(signature === '' && !isNone(header)),
  ),
  // Whoever has a longer list may know more of them; a signature that fits is no matter of opinion.
  jwt('jwt-weak-secret', ANYTHING, (one) =>
    hasFamousSecret(one) ? 'asked' : open(String(one.header['alg']).startsWith('HS')),
  ),
  jwt('jwt-missing-exp', AUTHENTICATING, ({ claims }) => asked(claims['exp'] === undefined)),
  jwt('jwt-lifetime-too-long', ['access-token', 'session', 'id-token'], livesLongerThan(1)),
  jwt('jwt-lifetime-too-long', ['refresh-token', 'remember-me'], livesLongerThan(90)),
  jwt('jwt-expired-in-use', AUTHENTICATING, ({ claims, place }) => {
    const late = place.direction === 'sent' ? place.at - timeOf(claims, 'exp') : 0;
    return late > MINUTE ? 'asked' : open(late > 0);
  }),
  jwt('jwt-not-yet-valid', AUTHENTICATING, ({ claims, place }) => {
    const from = Math.max(timeOf(claims, 'nbf') || 0, timeOf(claims, 'iat') || 0);
    const early = place.direction === 'sent' ? from - place.at : 0;
    return early > 5 * MINUTE ? 'asked' : open(early > 1_000);
  }),
  jwt('jwt-odd-times', AUTHENTICATING, ({ claims }) =>
    asked(['exp', 'nbf', 'iat'].some((name) => isOddTime(claims[name]))),
  ),
  jwt('jwt-key-in-header', AUTHENTICATING, ({ header }) => {
    if (['jwk', 'x5u', 'x5c'].some((name) => name in header)) return 'asked';
    return /[/\\'";]/.test(String(header['kid'] ?? '')) ? 'asked' : open('jku' in header);
  }),
  jwt('jwt-sensitive-claims', ANYTHING, ({ claims }) => {
    const names = Object.keys(claims).filter((name) => claims[name]);
    if (names.some((name) => /^(?:password|passwd|pwd|password_?hash|ssn|cvv)$/i.test(name)))
      return 'asked';
    return open(names.some((name) => !HARMLESS_CLAIMS.test(name)));
  }),
  jwt('jwt-profile-incomplete', ['access-token'], ({ header, claims }) => {
    const required = ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'];
    return asked(
      /^(?:application\/)?at\+jwt$/i.test(String(header['typ'])) &&
        required.some((name) => claims[name] === undefined),
    );
  }),
  jwt('jwt-duplicate-members', AUTHENTICATING, ({ header, claims, headerText, claimsText }) =>
    open(JSON.stringify(header) !== headerText || JSON.stringify(claims) !== claimsText),
  ),
  jwt('jwt-crit-invalid', AUTHENTICATING, ({ header: { crit } }) =>
    crit === undefined ? 'forbidden' : open(!Array.isArray(crit) || crit.length === 0),
  ),
  jwt('jwt-deprecated-algorithm', AUTHENTICATING, ({ header }) =>
    asked(/^(?:RS1|HS1|RSA1_5|A\d+(?:CBC|CTR))$/.test(String(header['alg']))),
  ),
  {
    ruleId: 'jwt-encrypted-compressed',
    roles: AUTHENTICATING,
    answer: (values) => asked(jweHeadersOf(values).some((header) => 'zip' in header)),
  },
  {
    ruleId: 'jwt-outlives-cookie',
    roles: AUTHENTICATING,
    answer: (values) => aside(values, ({ cookie, token }) => [token, cookie]),
  },
  {
    ruleId: 'cookie-outlives-jwt',
    roles: AUTHENTICATING,
    answer: (values) => aside(values, ({ cookie, token }) => [cookie, token]),
  },
  {
    ruleId: 'jwt-missing-audience',
    roles: ['access-token'],
    answer(values) {
      const without = jwssOf(values).filter(({ claims }) => claims['aud'] === undefined);
      const domains = new Set(sent(without).map(({ place }) => domainOf(place.host)));
      const hosts = new Set(sent(without).map(({ place }) => place.host));
      if (domains.size > 1) return 'asked';
      return open(
        hosts.size > 1 || without.some(({ header }) => /at\+jwt/i.test(String(header['typ']))),
      );
    },
  },
  {
    ruleId: 'jwt-audience-mismatch',
    roles: ['access-token', 'id-token'],
    answer: (values) => open(jwssOf(values).some(({ claims }) => claims['aud'] !== undefined)),
  },
  {
    ruleId: 'jwt-symmetric-shared',
    roles: AUTHENTICATING,
    answer(values, _seen, { role }) {
      const symmetric = jwssOf(values).filter(({ header }) =>
        String(header['alg']).startsWith('HS'),
      );
      const hosts = new Set(sent(symmetric).map(({ place }) => place.host));
      return hosts.size > 1 ? 'asked' : open(symmetric.length > 0 && role === 'id-token');
    },
  },
  {
    ruleId: 'id-token-as-access-token',
    roles: ['id-token', 'access-token'],
    answer: (values) =>
      open(
        sent(jwssOf(values)).some(
          ({ place, claims }) =>
            place.name.endsWith('authorization') &&
            ('nonce' in claims || 'at_hash' in claims || !('scope' in claims)),
        ),
      ),
  },
];

/** Names that a reader of any JWT expects, and that open nothing. */
const HARMLESS_CLAIMS = regex('i')`
  ^(?:iss|sub|aud|exp|nbf|iat|jti|typ|scope|scp|roles?|nonce|azp|sid|acr|amr|auth_time|at_hash
  |c_hash|client_id|name|username|email|email_verified|userId|id|family|admin|uid|groups
  |provider)$`;

function jwt(ruleId: string, roles: readonly Role[], answer: (one: Jws) => Answer): LabelQuestion {
  return { ruleId, roles, answer: (values) => worst(jwssOf(values).map(answer)) };
}

const isNone = (header: Members) => String(header['alg']).toLowerCase() === 'none';
const sent = (all: readonly Jws[]) => all.filter(({ place }) => place.direction === 'sent');

/** Unix milliseconds; not a number where there is no time. */
function timeOf(claims: Members, name: string): number {
  const value = claims[name];
  return typeof value === 'number' ? value * 1_000 : Number.NaN;
}

/** No number of seconds since 1970 (RFC 7519 §2). */
function isOddTime(value: unknown): boolean {
  return value !== undefined && (typeof value !== 'number' || value > 1e11);
}

function livesLongerThan(days: number) {
  return ({ claims, place }: Jws) => {
    // What counts in milliseconds has a rule of its own.
    if (isOddTime(claims['exp'])) return 'forbidden';
    const from = timeOf(claims, 'iat') || place.at;
    const lifetime = from === 0 ? 0 : timeOf(claims, 'exp') - from;
    return asked(lifetime > days * DAY + 1_000);
  };
}

/** Of a cookie with a JWT in it, whether the first of two ends lies far behind the second. */
function aside(
  values: Parameters<typeof livingLines>[0],
  order: (ends: { cookie: number; token: number }) => [number, number],
): Answer {
  const answers = livingLines(values).map((line): Answer => {
    const cookie = lifetimeOf(line);
    const [inside] = jwssOf(
      values.filter(
        ({ at, carrier, direction, name }) =>
          at === line.at && name === line.name && carrier === 'cookie' && direction === 'received',
      ),
    );
    const token = inside ? timeOf(inside.claims, 'exp') - line.at : Number.NaN;
    if (cookie === undefined || Number.isNaN(token)) return 'forbidden';
    const [longer, shorter] = order({ cookie, token });
    return longer > 4 * shorter && longer - shorter > DAY
      ? 'open'
      : open(longer > shorter + MINUTE);
  });
  return worst(answers);
}
