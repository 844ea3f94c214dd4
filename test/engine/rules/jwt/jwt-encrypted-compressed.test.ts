import { jwtEncryptedCompressed } from '../../../../src/engine/rules/jwt/jwt-encrypted-compressed.js';
import { credential, jwt } from '../../../support/credential.js';
import { jweWith } from '../../../support/jwe.js';
import { testRule } from '../../../support/rule-cases.js';

const GCM = { alg: 'dir', enc: 'A256GCM' };

testRule(jwtEncryptedCompressed, {
  flags: {
    'a compressed access token': ['low', jweWith({ ...GCM, zip: 'DEF' })],
    'a compressed session': ['low', jweWith({ ...GCM, zip: 'DEF' }, { role: 'session' })],
    'a compression of one’s own': ['low', jweWith({ ...GCM, zip: 'GZIP' })],
  },
  passes: {
    'an encrypted access token': jweWith(GCM),
    'an encrypted session': jweWith(GCM, { role: 'session' }),
    'a zip that is none': jweWith({ ...GCM, zip: null }),
  },
  doesNotApply: {
    'a signed token': jwt({ header: { zip: 'DEF' } }),
    'a login that is under way': jweWith({ ...GCM, zip: 'DEF' }, { role: 'oauth-state' }),
    'an opaque token': credential({ role: 'access-token' }),
  },
});
