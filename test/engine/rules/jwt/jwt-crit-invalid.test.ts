import { jwtCritInvalid } from '../../../../src/engine/rules/jwt/jwt-crit-invalid.js';
import { credential, jwt, sighting } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const sent = { sightings: [sighting()] };
const critical = (header: object, more: object = sent) => jwt({ header }, more);

testRule(jwtCritInvalid, {
  flags: {
    'an empty list': ['low', critical({ crit: [] })],
    'no list': ['low', critical({ crit: 'exp', exp: 1 })],
    'a name that is not in the header': ['low', critical({ crit: ['bound'] })],
    'a name of the standard': ['low', critical({ crit: ['alg'] })],
    'a name twice': ['low', critical({ crit: ['exp', 'exp'], exp: 1 })],
  },
  passes: {
    'an extension that is there': critical({ crit: ['exp'], exp: 1 }),
    'a payload that is not encoded': critical({ crit: ['b64'], b64: true }),
    'two extensions': critical({ crit: ['a', 'b'], a: 1, b: 2 }),
  },
  doesNotApply: {
    'a token without crit': jwt({}, sent),
    'a token that was not sent': critical({ crit: [] }, {}),
    'a CSRF token': critical({ crit: [] }, { role: 'csrf', ...sent }),
    'an opaque token': credential({ role: 'access-token', ...sent }),
  },
});
