import { jwtAlgNone } from '../../../../src/engine/rules/jwt/jwt-alg-none.js';
import { credential, jwt } from '../../../support/credential.js';
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
    'a JWT of unclear role': ['high', jwt(none, { role: 'other' })],
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
  },
});
