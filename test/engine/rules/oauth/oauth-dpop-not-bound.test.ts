import { oauthDpopNotBound } from '../../../../src/engine/rules/oauth/oauth-dpop-not-bound.js';
import { flow, flowOf, redeemed } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const of = (tokenType: string | undefined, facts = {}) => ({
  flows: [
    flow({
      dpop: true,
      steps: [redeemed(tokenType === undefined ? {} : { tokenType })],
      ...facts,
    }),
  ],
});

testRule(oauthDpopNotBound, {
  flags: {
    'a bearer token for a proof': ['medium', of('Bearer')],
    'a bearer token in small letters': ['medium', of('bearer')],
    'a bearer token of client credentials': [
      'medium',
      {
        flows: [
          flowOf({
            grant: 'client-credentials',
            dpop: true,
            steps: [redeemed({ tokenType: 'Bearer' })],
          }),
        ],
      },
    ],
  },
  passes: {
    'a DPoP token': of('DPoP'),
    'a DPoP token in small letters': of('dpop'),
    'a bearer token that names its key': of('Bearer', { deviceBound: true }),
  },
  doesNotApply: {
    'a client without DPoP': of('Bearer', { dpop: false }),
    SAML: { flows: [flowOf({ protocol: 'saml', grant: 'saml' })] },
  },
  unknown: { 'an answer whose body was not seen': of(undefined) },
});
