import { jwtMissingExp } from '../../../../src/engine/rules/jwt/jwt-missing-exp.js';
import { credential, jwt } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const endless = { claims: { exp: undefined } };

testRule(jwtMissingExp, {
  flags: {
    'an access token': ['high', jwt(endless)],
    'a session': ['high', jwt(endless, { role: 'session' })],
    'a refresh token': ['medium', jwt(endless, { role: 'refresh-token' })],
    'an ID token': ['medium', jwt(endless, { role: 'id-token' })],
    'a session that little but its name speaks for': [
      'low',
      jwt(endless, { role: 'session', confidence: 0.4 }),
    ],
    'a short number of a session in a cookie': [
      'high',
      jwt({ claims: { exp: undefined, sid: '7' } }, { role: 'session', kind: 'cookie' }),
    ],
    'the id of a session in a header': [
      'high',
      jwt({ claims: { exp: undefined, sid: 'kR7mW2xQ9vT4bN8z' } }),
    ],
    'an exp in words': ['high', jwt({ claims: { exp: '2026-01-01' } })],
    'a claim that only begins as an end does': [
      'high',
      jwt({ claims: { exp: undefined, experience: 1_800_000_000, expires: 'never' } }),
    ],
    'an exp beyond all numbers': ['high', jwt({ claims: { exp: Infinity } })],
  },
  passes: {
    'a session with exp': jwt({}, { role: 'session' }),
    'a token with exp': jwt(),
    'an end in milliseconds': jwt({ claims: { exp: 1_800_000_000_000 } }),
    'an end in quotes': jwt({ claims: { exp: '1800000000' } }),
    'a token with exp 0': jwt({ claims: { exp: 0 } }),
  },
  doesNotApply: {
    'a DPoP proof': jwt({ header: { typ: 'dpop+jwt' }, ...endless }),
    'a CSRF token': jwt(endless, { role: 'csrf' }),
    'an API key, which is meant to last': jwt(endless, { role: 'api-key' }),
    'a JWT of unclear role': jwt(endless, { role: 'other' }),
    'an opaque token': credential({ role: 'access-token' }),
  },
  unknown: {
    'an end in a claim of its own': jwt({
      claims: { exp: undefined, expiration_date: '2026-12-24T08:00:00Z' },
    }),
    'an end in seconds of its own': jwt({ claims: { exp: undefined, expiresAt: 1_800_000_000 } }),
    'the id of a session in a cookie, which its server may end': jwt(
      { claims: { exp: undefined, sid: 'kR7mW2xQ9vT4bN8z' } },
      { role: 'session', kind: 'cookie' },
    ),
    'a time until which it is good': jwt({
      claims: { exp: undefined, validUntil: 'Thu, 24 Dec 2026 08:00:00 GMT' },
    }),
  },
});
