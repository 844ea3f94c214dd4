import { jwtExpiredInUse } from '../../../../src/engine/rules/jwt/jwt-expired-in-use.js';
import { exchange, jwt, sighting, SECONDS, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const END = T0 + 300 * SECONDS;
const sent = (late: number, status?: number, more = {}) => ({
  sightings: [
    sighting({ lastAt: END + late * SECONDS, lastExchange: exchange({ status }), ...more }),
  ],
});

testRule(jwtExpiredInUse, {
  flags: {
    'a token that was accepted an hour late': ['high', jwt({}, sent(3600, 200))],
    'a token that was refused': ['low', jwt({}, sent(3600, 401))],
    'a token that led to the login page': ['low', jwt({}, sent(3600, 302))],
    'a token whose answer is unknown': ['low', jwt({}, sent(3600))],
    'a cookie, which goes with every request': [
      'low',
      jwt({}, sent(3600, 200, { carrier: 'cookie' })),
    ],
    'a token just beyond the leeway': ['high', jwt({}, sent(61, 200))],
  },
  passes: {
    'a token used in time': jwt({}, sent(-10, 200)),
    'a token used within the leeway': jwt({}, sent(60, 200)),
    'an ID token as a logout hint': jwt(
      {},
      {
        role: 'id-token',
        ...sent(3600, 200, { carrier: 'url', locator: 'id_token_hint' }),
      },
    ),
  },
  doesNotApply: {
    'a token without exp': jwt({ claims: { exp: undefined } }, sent(3600, 200)),
    'a token still stored': jwt(
      {},
      sent(3600, 200, { direction: 'stored', carrier: 'localStorage' }),
    ),
    'a JWT of unclear role': jwt({}, { role: 'other', ...sent(3600, 200) }),
  },
});
