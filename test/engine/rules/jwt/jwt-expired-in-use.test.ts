import { jwtExpiredInUse } from '../../../../src/engine/rules/jwt/jwt-expired-in-use.js';
import { exchange, jwt, sighting, SECONDS, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const END = T0 + 300 * SECONDS;
const sent = (late: number, status?: number, more = {}) => {
  const at = END + late * SECONDS;
  const { carrier, locator, origin } = sighting(more);
  const use = { carrier, locator, origin, at, expiredAt: END, exchange: exchange({ status }) };
  return {
    sightings: [sighting({ lastAt: at, ...more })],
    ...(late > 0 ? { lateUses: [use] } : {}),
  };
};
const { lateUses } = sent(3600, 200);

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
    'a token that was renewed since': [
      'high',
      jwt({}, { ...sent(-10, 200), lateUses: lateUses ?? [], valueCount: 2 }),
    ],
  },
  passes: {
    'a token used in time': jwt({}, sent(-10, 200)),
    'a token used in time by a cookie': jwt({}, sent(-10, 200, { carrier: 'cookie' })),
    'an ID token used in time': jwt({}, { role: 'id-token', ...sent(-1, 401) }),
  },
  doesNotApply: {
    'a token without exp': jwt({ claims: { exp: undefined } }, sent(3600, 200)),
    'a token still stored': jwt(
      {},
      { sightings: [sighting({ direction: 'stored', carrier: 'localStorage' })] },
    ),
    'a JWT of unclear role': jwt({}, { role: 'other', ...sent(3600, 200) }),
  },
});
