import { jwtProfileIncomplete } from '../../../../src/engine/rules/jwt/jwt-profile-incomplete.js';
import { credential, jwt } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const whole = { iss: 'https://login.test', client_id: 'spa', jti: 'j1', aud: 'api' };
const profiled = (claims: object, typ = 'at+jwt') =>
  jwt({ header: { typ }, claims: { ...whole, ...claims } });

testRule(jwtProfileIncomplete, {
  flags: {
    'a token without jti': ['low', profiled({ jti: undefined })],
    'a token without client and issuer': [
      'low',
      profiled({ client_id: undefined, iss: undefined }),
    ],
    'a token with the type in full': ['low', profiled({ sub: undefined }, 'application/at+jwt')],
    'a token of another casing': ['low', profiled({ iat: undefined }, 'AT+JWT')],
  },
  passes: {
    'a token with all of it': profiled({}),
    'a token without exp, which has its own rule': profiled({ exp: undefined }),
    'a token without aud, which has its own rule': profiled({ aud: undefined }),
  },
  doesNotApply: {
    'a token that does not say at+jwt': jwt(),
    'an ID token': jwt({}, { role: 'id-token' }),
    'an opaque token': credential({ role: 'access-token' }),
  },
});
