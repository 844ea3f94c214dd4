import { jwtDeprecatedAlgorithm } from '../../../../src/engine/rules/jwt/jwt-deprecated-algorithm.js';
import { credential, jwt } from '../../../support/credential.js';
import { jweWith } from '../../../support/jwe.js';
import { testRule } from '../../../support/rule-cases.js';

const signedWith = (alg: string, more = {}) => jwt({ header: { alg } }, more);

testRule(jwtDeprecatedAlgorithm, {
  flags: {
    'a signature over SHA-1': ['medium', signedWith('RS1')],
    'an HMAC over SHA-1': ['medium', signedWith('HS1')],
    'plain CBC': ['medium', jweWith({ alg: 'dir', enc: 'A256CBC' })],
    RSA1_5: ['low', jweWith({ alg: 'RSA1_5', enc: 'A256GCM' })],
    'a signature over SHA-1 in a token that little but its name speaks for': [
      'low',
      signedWith('RS1', { confidence: 0.4 }),
    ],
  },
  passes: {
    RS256: signedWith('RS256'),
    HS256: signedWith('HS256'),
    'CBC with an HMAC': jweWith({ alg: 'dir', enc: 'A256CBC-HS512' }),
    'a key agreed upon': jweWith({ alg: 'ECDH-ES', enc: 'A128GCM' }),
    'RSA-OAEP': jweWith({ alg: 'RSA-OAEP', enc: 'A256GCM' }),
  },
  doesNotApply: {
    'a preference': signedWith('RS1', { role: 'preference' }),
    'an opaque token': credential({ role: 'access-token' }),
  },
});
