import { oauthCredentialsForwarded } from '../../../../src/engine/rules/oauth/oauth-credentials-forwarded.js';
import { T0 } from '../../../support/credential.js';
import type { ExchangeSpec } from '../../../support/exchange.js';
import { IDP, logged, SHOP } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const login = (spec: Partial<ExchangeSpec>, kept = true) => {
  const one = logged({ url: `${IDP}/login`, method: 'POST', ...spec });
  return {
    moments: [{ type: 'login' as const, at: T0, site: IDP, exchange: one.ref }],
    exchanges: kept ? [one] : [],
  };
};

testRule(oauthCredentialsForwarded, {
  flags: {
    'a 307 to the client': ['high', login({ status: 307, redirectUrl: `${SHOP}/callback?code=a` })],
    'a 308 to another site': ['high', login({ status: 308, redirectUrl: SHOP })],
    'a 307 to another host of the site': [
      'medium',
      login({ status: 307, redirectUrl: 'https://www.login.example/' }),
    ],
  },
  passes: {
    'a 303': login({ status: 303, redirectUrl: `${SHOP}/callback?code=a` }),
    'a 302': login({ status: 302, redirectUrl: SHOP }),
    'a 307 to the own origin, such as one with a slash': login({
      status: 307,
      redirectUrl: `${IDP}/login/`,
    }),
  },
  doesNotApply: {
    'a login that no redirect follows': login({}),
    'a login without a form': login({ method: 'GET', status: 307, redirectUrl: SHOP }),
  },
  unknown: {
    'a login whose headers were not kept': login({ status: 307, redirectUrl: SHOP }, false),
  },
});
