import { jwtLifetimeTooLong } from '../../../../src/engine/rules/jwt/jwt-lifetime-too-long.js';
import { DAYS, exchange, jwt, SECONDS, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const lasting = (days: number, claims = {}) => ({
  claims: { exp: (T0 + days * DAYS) / SECONDS, ...claims },
});

const OF_A_MAP = { sub: undefined, jti: undefined, origin: 'https://shop.example' };

testRule(jwtLifetimeTooLong, {
  flags: {
    'an access token for 2 days': ['low', jwt(lasting(2))],
    'an access token for 7 days': ['medium', jwt(lasting(7))],
    'an access token for 30 days': ['high', jwt(lasting(30))],
    'an access token that does not say when it was issued': [
      'high',
      jwt(lasting(30, { iat: undefined })),
    ],
    'a token of somebody that was used before a login was seen': [
      'high',
      jwt(lasting(30), { behaviour: { usedAnonymously: true } }),
    ],
    'a token for a map that a login gave': [
      'high',
      jwt(lasting(30, { ...OF_A_MAP }), { behaviour: { issuedAtLogin: exchange() } }),
    ],
    'a session for 30 days': ['medium', jwt(lasting(30), { role: 'session' })],
    'an ID token for 2 days': ['low', jwt(lasting(2), { role: 'id-token' })],
    'a refresh token for 100 days': ['low', jwt(lasting(100), { role: 'refresh-token' })],
    'an access token for 2 hours, where one hour was chosen': [
      'low',
      {
        credentials: [jwt({ claims: { exp: T0 / SECONDS + 7200 } })],
        settings: { thresholds: { accessTokenLifetime: 3600 } },
      },
    ],
    'an access token for 30 days that little but its name speaks for': [
      'low',
      jwt(lasting(30), { confidence: 0.4 }),
    ],
    'a refresh token for a year': ['medium', jwt(lasting(365), { role: 'refresh-token' })],
    'a remember-me token for ten years': ['medium', jwt(lasting(3650), { role: 'remember-me' })],
  },
  passes: {
    'an access token for 5 minutes': jwt(),
    'an access token for a day': jwt(lasting(1)),
    'an access token for 5 minutes that does not say when it was issued': jwt({
      claims: { iat: undefined },
    }),
    'a session for 2 days, where a week was chosen': {
      credentials: [jwt(lasting(2), { role: 'session' })],
      settings: { thresholds: { sessionLifetime: 7 * 86_400 } },
    },
    'a refresh token for 90 days': jwt(lasting(90), { role: 'refresh-token' }),
    'an access token for 5 minutes, in milliseconds': jwt({
      claims: { iat: T0, exp: T0 + 300 * SECONDS },
    }),
    'an access token for 5 minutes whose end alone is in milliseconds': jwt({
      claims: { exp: T0 + 300 * SECONDS },
    }),
    'an access token for 5 minutes, in strings': jwt({
      claims: { iat: `${T0 / SECONDS}`, exp: `${T0 / SECONDS + 300}` },
    }),
    'a JWT that ends before it begins': jwt(lasting(-5)),
  },
  doesNotApply: {
    'a token for a map, the same for everybody': jwt(lasting(365, { ...OF_A_MAP }), {
      behaviour: { usedAnonymously: true },
    }),
    'a token that says that it is a guest’s': jwt(lasting(365, { anon: true })),
    'a JWT without exp, which has its own rule': jwt({ claims: { exp: undefined } }),
    'an API key': jwt(lasting(3650), { role: 'api-key' }),
    'a preference': jwt(lasting(365), { role: 'preference' }),
  },
});
