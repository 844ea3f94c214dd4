import { oauthStateMismatch } from '../../../../src/engine/rules/oauth/oauth-state-mismatch.js';
import { exchange, SECONDS, T0 } from '../../../support/credential.js';
import { answered, flow, IDP, redeemed, SHOP } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const other = flow({ stateMatches: false, steps: [answered()] });
const login = (after: number) => ({
  type: 'login' as const,
  at: T0 + after * SECONDS,
  site: SHOP,
  exchange: exchange({ url: `${SHOP}/callback` }),
});

testRule(oauthStateMismatch, {
  flags: {
    'another state, after which nothing followed': ['low', { flows: [other] }],
    'another state, and the page redeemed the code': [
      'high',
      { flows: [{ ...other, steps: [...other.steps, redeemed()] }] },
    ],
    'another state, and a login': ['high', { flows: [other], moments: [login(11)] }],
    'another state, long before a login': ['low', { flows: [other], moments: [login(900)] }],
    'an error with another state': ['low', { flows: [flow({ stateMatches: false, issuer: IDP })] }],
  },
  passes: {
    'the same state': { flows: [flow({ stateMatches: true })] },
    'the same state of an implicit login': {
      flows: [flow({ asked: { response_type: 'id_token' }, stateMatches: true })],
    },
    'the same state in a posted answer': {
      flows: [flow({ stateMatches: true, steps: [answered({ mode: 'form_post' })] })],
    },
  },
  doesNotApply: { 'no state': { flows: [flow({ asked: { state: undefined } })] } },
  unknown: { 'no answer': { flows: [flow()] } },
});
