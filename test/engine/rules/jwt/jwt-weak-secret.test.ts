import type { Trial } from '../../../../src/engine/credentials/trials.js';
import type { KnownParts } from '../../../../src/engine/known-parts.js';
import type { Credential } from '../../../../src/engine/model.js';
import { jwtWeakSecret } from '../../../../src/engine/rules/jwt/jwt-weak-secret.js';
import { b64u } from '../../../support/base64.js';
import { credential } from '../../../support/credential.js';
import { jwtOf } from '../../../support/jose.js';
import { testRule } from '../../../support/rule-cases.js';
import { tried } from '../../../support/tried.js';

const HS256 = jwtOf({ sub: 'ada' });
const OLDER = jwtOf({ sub: 'ada', iat: 1 });

const token = (value: string, overrides: Partial<Credential> = {}): Credential =>
  credential({ role: 'access-token', format: 'jwt', value, ...overrides });

const known = (one: Credential, ...trials: Trial[]): Partial<KnownParts> => ({
  credentials: [one],
  trials,
});

testRule(jwtWeakSecret, {
  flags: {
    'an access token whose secret is well known': [
      'critical',
      known(token(HS256), tried(HS256, { length: 6 })),
    ],
    'a session cookie that holds JSON with the token': [
      'critical',
      known(
        token(JSON.stringify({ token: HS256 }), { role: 'session' }),
        tried(JSON.stringify({ token: HS256 }), { length: 6 }),
      ),
    ],
    'an API key': [
      'critical',
      known(token(HS256, { role: 'api-key' }), tried(HS256, { length: 0 })),
    ],
    'an ID token': ['high', known(token(HS256, { role: 'id-token' }), tried(HS256, { length: 6 }))],
    'a word of a list of one’s own': [
      'critical',
      known(token(HS256), tried(HS256, null), tried(HS256, { length: 9 }, 'file')),
    ],
    'a refreshed token, by the one before': [
      'critical',
      known(token(HS256, { pastValues: [OLDER] }), tried(OLDER, { length: 6 })),
    ],
    'a token of unclear role': [
      'medium',
      known(token(HS256, { role: 'other' }), tried(HS256, { length: 6 })),
    ],
    'a secret of development, on localhost': [
      'medium',
      known(token(HS256, { local: true }), tried(HS256, { length: 6 })),
    ],
    'a preference': [
      'low',
      known(token(HS256, { role: 'preference' }), tried(HS256, { length: 6 })),
    ],
    'a session by its name alone': [
      'medium',
      known(token(HS256, { role: 'session', confidence: 0.3 }), tried(HS256, { length: 6 })),
    ],
  },
  passes: {
    'a token on which no known secret fits': known(token(HS256), tried(HS256, null)),
    'a refreshed token, by the one before': known(
      token(HS256, { pastValues: [OLDER] }),
      tried(OLDER, null),
    ),
    'a token on which no word of a file fits': known(token(HS256), tried(HS256, null, 'file')),
  },
  doesNotApply: {
    'a token that a private key signs': known(
      token(jwtOf({}, { alg: 'RS256' })),
      tried(HS256, { length: 6 }),
    ),
    'an unsigned token': known(token(`${b64u('{"alg":"none"}')}.${b64u('{}')}.`)),
    'a token of which the source has masked the signature': known(
      token(HS256.replace(/[^.]+$/, 'REDACTED')),
    ),
    'an opaque token': known(credential()),
  },
  unknown: {
    'a token on which nothing was tried': known(token(HS256)),
    'a token, where another one was tried': known(token(HS256), tried(OLDER, { length: 6 })),
  },
});
