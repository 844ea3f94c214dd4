import type { Moment } from '../../../../src/engine/moments/moment.js';
import { sessionLost } from '../../../../src/engine/rules/session/session-lost.js';
import { cookie, credential, exchange, sighting, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const used = (overrides: Parameters<typeof cookie>[0] = {}) =>
  cookie({ sightings: [sighting({ carrier: 'cookie', count: 9 })], ...overrides });
const lost = (detail: Moment['detail'] = {}, credentialId = 'c1'): Moment => ({
  type: 'session-lost',
  at: T0,
  site: 'https://shop.example',
  exchange: exchange({ id: 'e7', url: 'https://shop.example/account', status: 302 }),
  credentialId,
  detail,
});

testRule(sessionLost, {
  flags: {
    'an id in the place of a live one': [
      'medium',
      { credentials: [used()], moments: [lost({ newId: true })] },
    ],
    'an answer of another server': [
      'medium',
      { credentials: [used()], moments: [lost({ newId: true, node: 'node1', newNode: 'node2' })] },
    ],
    'a loss behind a load balancer': [
      'medium',
      { credentials: [used()], moments: [lost({ newId: false, affinity: 'AWSALB' })] },
    ],
    'a loss without any such sign': [
      'low',
      { credentials: [used()], moments: [lost({ newId: false })] },
    ],
    'two losses, told together': [
      'medium',
      { credentials: [used()], moments: [lost({ newId: true }), lost({ newId: false })] },
    ],
    'a session that little but its name tells': [
      'low',
      { credentials: [used({ confidence: 0.4 })], moments: [lost({ newId: true })] },
    ],
  },
  passes: {
    'a session that is known all the time': used(),
    'a session beside one that was lost': {
      credentials: [used(), used({ id: 'c2', name: 'other' })],
      moments: [lost({}, 'c3')],
    },
    'a session that a logout ended': {
      credentials: [used()],
      moments: [{ ...lost(), type: 'logout' }],
    },
  },
  doesNotApply: {
    'a token in a header': credential({ role: 'access-token' }),
    'a theme': used({ role: 'preference' }),
    'a session that was sent once': cookie({ sightings: [sighting({ carrier: 'cookie' })] }),
    'a session that was only set': cookie(),
  },
});
