import { jwtSensitiveClaims } from '../../../../src/engine/rules/jwt/jwt-sensitive-claims.js';
import { credential, jwt } from '../../../support/credential.js';
import { jwtOf } from '../../../support/jose.js';
import { testRule } from '../../../support/rule-cases.js';
import { Seeded } from '../../../support/seeded.js';

const random = new Seeded('claims');
const telling = (claims: object, more = {}) => jwt({ claims }, more);

testRule(jwtSensitiveClaims, {
  flags: {
    'a password': ['high', telling({ password: 'hunter2!' })],
    'the hash of a password, whatever it is called': [
      'high',
      telling({ user: { digest: `$2b$10$${random.base62(53)}` } }),
    ],
    'the salted hash of a password': [
      'high',
      telling({ data: { passwordHash: random.base62(40) } }),
    ],
    'a token of another service': [
      'high',
      telling({ google: { access_token: random.base62(60) } }),
    ],
    'a key of a service for servers': [
      'high',
      telling({ mail: `SG.${random.base62(22)}.${random.base62(43)}` }),
    ],
    'the secret of a client': ['high', telling({ google: `GOCSPX-${random.base62(28)}` })],
    'another JWT that refreshes': ['high', telling({ refreshToken: jwtOf({ sub: 'a' }) })],
    'the private part of a key': [
      'high',
      telling({ cnf: { jwk: { kty: 'EC', x: 'a', y: 'b', d: 'c' } } }),
    ],
    'a social security number under a namespace': [
      'medium',
      telling({ 'https://shop.example/claims/ssn': '078-05-1120' }),
    ],
    'a number of a resident': ['medium', telling({ residentRegistrationNumber: '900101-1234567' })],
    'a card': ['medium', telling({ card_number: '4111 1111 1111 1111' })],
    'the code of a card': ['high', telling({ payment: { cvv: '123' } })],
    'a diagnosis': ['medium', telling({ profile: { diagnosis: 'asthma' } })],
    'a street address': ['low', telling({ address: { street_address: '12 Main Street' } })],
  },
  passes: {
    'nobody but the user': telling({ name: 'Ada', email: 'ada@example.test', roles: ['admin'] }),
    'a country and a town': telling({ address: { country: 'KR', locality: 'Seoul' } }),
    'an address on the internet': telling({ address: 'ada@example.test' }),
    'when a password ends, and where it is changed': telling({
      pwd_exp: '86400',
      pwd_url: 'https://login.test/change',
      password_changed_at: '2026-01-01',
      password: true,
    }),
    'that a password is set': telling({ password: 'set' }),
    'a masked password': telling({ password: '********' }),
    'hashes and ids that a token has': telling({
      at_hash: random.base62(22),
      nonce: random.base62(32),
      sid: random.base62(32),
      jti: random.base62(32),
    }),
    'a key that is made for pages': telling({ maps: `AIza${random.base62(35)}` }),
    'a key for trying things out': telling({ pay: `sk_test_${random.base62(24)}` }),
    'the public part of a key': telling({ cnf: { jwk: { kty: 'EC', x: 'a', y: 'b' } } }),
    'a long id that would pass for a card': telling({ account: '4111111111111111' }),
    'a short card number': telling({ card_number: '1111' }),
    'the id of a patient that the app was started for': telling({ patient: 'p-1234567' }),
    'what nobody has': telling({ diagnosis: null, allergies: 'none', disability: false }),
    'an ID token': telling({ nonce: 'n', picture: 'https://a.test/b.png' }, { role: 'id-token' }),
  },
  doesNotApply: {
    'an encrypted token': credential({ format: 'jwe', role: 'access-token' }),
    'an opaque token': credential(),
  },
});
