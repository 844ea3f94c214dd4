import { jwtKeyInHeader } from '../../../../src/engine/rules/jwt/jwt-key-in-header.js';
import { credential, jwt } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const publicKey = { kty: 'EC', crv: 'P-256', x: 'a', y: 'b' };
const header = (parameters: object, claims = {}) => jwt({ header: parameters, claims });

testRule(jwtKeyInHeader, {
  flags: {
    'a public key in the header': ['medium', header({ jwk: publicKey })],
    'a private key in the header': ['high', header({ jwk: { ...publicKey, d: 'c' } })],
    'a shared secret in the header': ['high', header({ jwk: { kty: 'oct', k: 'c' } })],
    'a key address at a stranger': ['medium', header({ jku: 'https://keys.stranger.test/jwks' })],
    'a key address over plain http': ['medium', header({ jku: 'http://login.shop.example/jwks' })],
    'a key address at the issuer': [
      'info',
      header({ jku: 'https://login.issuer.test/keys' }, { iss: 'https://uaa.issuer.test/token' }),
    ],
    'a certificate': ['low', header({ x5c: ['MIIB'] })],
    'an SQL injection in kid': ['medium', header({ kid: "k1' UNION SELECT 'x" })],
    'a kid that climbs up to another file': ['low', header({ kid: '../../dev/null' })],
    'a kid that is a file of keys': ['low', header({ kid: 'public.pem' })],
    'a kid that is an address': ['low', header({ kid: 'https://keys.shop.example/1' })],
    'a key in a token that little but its name speaks for': [
      'low',
      jwt({ header: { jwk: publicKey } }, { confidence: 0.4 }),
    ],
  },
  passes: {
    'a short kid': header({ kid: 'k1' }),
    'no kid': header({}),
    'a kid in base64, with slashes': header({ kid: '/9pQ+dev/key0=' }),
    'a UUID as kid': header({ kid: '3f0a7c1e-52a1-4b5c-9d7e-0a1b2c3d4e5f' }),
    'a thumbprint of a certificate': header({ x5t: 'NjVBRjY5MDlCMUIwNzU4RTA2QzZFMDQ4QzQ2' }),
    'a DID as kid': header({ kid: 'did:key:z6MkpTHR8VNs#z6MkpTHR8VNs' }),
    'the name of a key in a cloud': header({ kid: 'arn:aws:kms:eu-west-1:111122223333:key/1a2b' }),
    'the address of a key in a vault': header({ kid: 'https://shop.vault.azure.net/keys/k1/2' }),
    'a kid with a word of SQL in it': header({ kid: 'select-2026' }),
  },
  doesNotApply: {
    'a DPoP proof, which must bring its key': header({ typ: 'dpop+jwt', jwk: publicKey }),
    'a proof for a wallet': header({ typ: 'openid4vci-proof+jwt', jwk: publicKey }),
    'a CSRF token': jwt({ header: { jwk: publicKey } }, { role: 'csrf' }),
    'an opaque token': credential({ role: 'access-token' }),
  },
});
