import { jwtUnsigned } from '../../../../src/engine/rules/jwt/jwt-unsigned.js';
import type { Credential } from '../../../../src/engine/model.js';
import { credential, exchange, jwt, sighting } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const cut = ({ jwt: token, ...one }: Credential): Credential => ({
  ...one,
  ...(token ? { jwt: { ...token, unsigned: true } } : {}),
});

testRule(jwtUnsigned, {
  flags: {
    'an access token': ['critical', cut(jwt())],
    'a session': ['critical', cut(jwt({}, { role: 'session' }))],
    'an ID token': ['high', cut(jwt({}, { role: 'id-token' }))],
    'a JWT of unclear role': ['medium', cut(jwt({}, { role: 'other' }))],
    'a preference': ['low', cut(jwt({}, { role: 'preference' }))],
    'a token that somebody only tried, and that was refused': [
      'low',
      cut(jwt({}, { sightings: [sighting({ lastExchange: exchange({ status: 401 }) })] })),
    ],
    'one token among others that are signed': [
      'critical',
      { credentials: [cut(jwt()), jwt({}, { id: 'c2', identity: 'identity-2' })] },
    ],
  },
  passes: {
    'a signed access token': jwt(),
    'a signed session': jwt({}, { role: 'session' }),
    'a signed token that was refused': jwt(
      {},
      {
        sightings: [sighting({ lastExchange: exchange({ status: 401 }) })],
      },
    ),
  },
  doesNotApply: {
    'a token that says none, which has its own rule': cut(jwt({ header: { alg: 'None' } })),
    'an opaque token': credential(),
    'an authorization request that is a JWT': cut(
      jwt({}, { role: 'other', sightings: [sighting({ carrier: 'url', locator: 'request' })] }),
    ),
  },
  unknown: {
    'a recording in which no token has a signature': {
      credentials: [cut(jwt()), cut(jwt({}, { id: 'c2', identity: 'identity-2' }))],
    },
  },
});
