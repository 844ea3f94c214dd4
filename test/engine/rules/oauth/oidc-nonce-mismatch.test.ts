import { oidcNonceMismatch } from '../../../../src/engine/rules/oauth/oidc-nonce-mismatch.js';
import { answered, flow, redeemed } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const given = redeemed({ gave: 'access_token id_token' });

testRule(oidcNonceMismatch, {
  flags: {
    'an ID token of the token endpoint with another nonce': [
      'medium',
      { flows: [flow({ nonceMatches: false, steps: [answered(), given] })] },
    ],
    'an ID token in the answer with another nonce': [
      'medium',
      {
        flows: [
          flow({
            asked: { response_type: 'id_token' },
            nonceMatches: false,
            steps: [answered({ gave: 'id_token' })],
          }),
        ],
      },
    ],
    'an ID token without a nonce': ['medium', { flows: [flow({ nonceMatches: false })] }],
  },
  passes: {
    'the nonce of the request': { flows: [flow({ nonceMatches: true })] },
    'the nonce of an implicit login': {
      flows: [flow({ asked: { response_type: 'id_token' }, nonceMatches: true })],
    },
    'the nonce of a hybrid login': {
      flows: [flow({ asked: { response_type: 'code id_token' }, nonceMatches: true })],
    },
  },
  doesNotApply: {
    'no nonce': { flows: [flow({ asked: { nonce: undefined } })] },
    'OAuth without OpenID Connect': { flows: [flow({ asked: { scope: 'mail' } })] },
  },
  unknown: { 'a server that gets the ID token unseen': { flows: [flow({ steps: [answered()] })] } },
});
