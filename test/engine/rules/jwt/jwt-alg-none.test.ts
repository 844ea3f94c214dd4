import { jwtAlgNone } from '../../../../src/engine/rules/jwt/jwt-alg-none.js';
import { credential, exchange, jwt, sighting } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const none = { header: { alg: 'none' } };

testRule(jwtAlgNone, {
  flags: {
    'an access token': ['critical', jwt(none)],
    'a session, in odd casing': ['critical', jwt({ header: { alg: 'nOnE' } }, { role: 'session' })],
    'an API key': ['critical', jwt(none, { role: 'api-key' })],
    'an ID token, which a token endpoint may return unsigned': [
      'high',
      jwt(none, { role: 'id-token' }),
    ],
    'a JWT of unclear role': ['medium', jwt(none, { role: 'other' })],
    'a session that little but its name speaks for': [
      'low',
      jwt(none, { role: 'session', confidence: 0.4 }),
    ],
    'a token that somebody only tried, and that was refused': [
      'low',
      jwt(none, { sightings: [sighting({ lastExchange: exchange({ status: 401 }) })] }),
    ],
    'a token that was tried and taken': ['critical', jwt(none, { sightings: [sighting()] })],
    'a preference': ['low', jwt(none, { role: 'preference' })],
  },
  passes: {
    'a signed token': jwt(),
    'a token with an empty third segment that claims ES256': jwt(
      {},
      {
        jwt: { header: { alg: 'ES256' }, claims: {}, unsigned: true },
      },
    ),
    'an alg that is no string': jwt({ header: { alg: ['none'] } }),
  },
  doesNotApply: {
    'an opaque token': credential(),
    'an authorization request that is a JWT': jwt(none, {
      role: 'other',
      sightings: [sighting({ carrier: 'url', locator: 'request' })],
    }),
  },
});
