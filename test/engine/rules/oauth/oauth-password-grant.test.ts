import { oauthPasswordGrant } from '../../../../src/engine/rules/oauth/oauth-password-grant.js';
import { flow, flowOf, IDP, logged, redeemed, SHOP } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const asked = redeemed({ grant_type: 'password' });
const password = flowOf({ grant: 'password', steps: [asked] });
const from = (pageSite?: string) => ({
  flows: [password],
  exchanges: [
    logged(
      { id: asked.exchange.id, url: `${IDP}/token`, method: 'POST', type: 'fetch' },
      pageSite === undefined ? {} : { pageSite },
    ),
  ],
});

testRule(oauthPasswordGrant, {
  flags: {
    'a page that takes the password of another site': ['high', from(SHOP)],
    'a site that takes that of its own users': ['low', from(IDP)],
    'a page of another host of the same site': ['low', from('https://www.login.example')],
    'an app of which no page is known': ['medium', from()],
    'a request that was not kept': ['medium', { flows: [password] }],
  },
  passes: {
    'the code grant': { flows: [flow()] },
    'the code grant without PKCE': {
      flows: [flow({ asked: { code_challenge: undefined }, pkce: 'none' })],
    },
    'a device code': { flows: [flowOf({ grant: 'device-code' })] },
  },
  doesNotApply: {
    'client credentials': { flows: [flowOf({ grant: 'client-credentials' })] },
    SAML: { flows: [flowOf({ protocol: 'saml', grant: 'saml' })] },
  },
});
