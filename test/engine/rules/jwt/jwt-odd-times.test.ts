import { jwtOddTimes } from '../../../../src/engine/rules/jwt/jwt-odd-times.js';
import { credential, jwt, SECONDS, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const NOW = T0 / SECONDS;

testRule(jwtOddTimes, {
  flags: {
    'an exp in milliseconds': ['medium', jwt({ claims: { exp: T0 + 300 * SECONDS } })],
    'an exp in microseconds': ['medium', jwt({ claims: { exp: T0 * 1000 } })],
    'an iat in milliseconds alone': ['low', jwt({ claims: { iat: T0 } })],
    'an nbf in milliseconds': ['low', jwt({ claims: { nbf: T0 } })],
    'an exp in quotes': ['low', jwt({ claims: { exp: `${NOW + 300}` } })],
    'an exp in milliseconds in a token that little but its name speaks for': [
      'low',
      jwt({ claims: { exp: T0 } }, { confidence: 0.4 }),
    ],
  },
  passes: {
    'times in seconds': jwt(),
    'times with fractions of a second': jwt({ claims: { exp: NOW + 300.5 } }),
    'an updated_at in milliseconds, by which nobody is judged': jwt({ claims: { updated_at: T0 } }),
    'an exp in the year 2100': jwt({ claims: { exp: 4_102_444_800 } }),
  },
  doesNotApply: {
    'a token without times': jwt({ claims: { iat: undefined, exp: undefined } }),
    'an exp in words, which is no time': jwt({ claims: { iat: undefined, exp: 'never' } }),
    'a preference': jwt({ claims: { exp: T0 } }, { role: 'preference' }),
    'an opaque token': credential(),
  },
});
