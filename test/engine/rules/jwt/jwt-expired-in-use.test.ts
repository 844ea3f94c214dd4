import { jwtExpiredInUse } from '../../../../src/engine/rules/jwt/jwt-expired-in-use.js';
import { credential, exchange, jwt, sighting, SECONDS, T0 } from '../../../support/credential.js';
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

/** It was handed in after its end, with what else went along, and this was given. */
const renewal = (carried: string[], set = ['c1']) => ({
  credentials: [
    jwt({}, sent(3600, 200, { carrier: 'body', locator: '/accessToken' })),
    credential({ id: 'c2', role: 'refresh-token' }),
    credential({ id: 'c3', role: 'preference' }),
  ],
  exchanges: [{ ref: exchange({ status: 200 }), at: END, carried, set, count: 1 }],
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
    'a token that was accepted for a new one, alone': ['low', renewal(['c1'])],
    'a token in a body, for nothing that logs in': ['high', renewal(['c1', 'c2'], ['c3'])],
    'a token that was renewed since': [
      'high',
      jwt({}, { ...sent(-10, 200), lateUses: lateUses ?? [], valueCount: 2 }),
    ],
  },
  passes: {
    'a token that went along with what renews it': renewal(['c1', 'c2']),
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
