import { oauthAuthorizationCorsAllowed } from '../../../../src/engine/rules/oauth/oauth-authorization-cors-allowed.js';
import { credential } from '../../../support/credential.js';
import { flow, IDP, logged, SHOP } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const credentials = [credential({ site: IDP, sightings: [] })];
const of = (origin: string | undefined, sends = {}, more = {}) => ({
  credentials,
  flows: [flow()],
  exchanges: [
    logged({
      id: 'asked',
      url: `${IDP}/authorize`,
      sends,
      gets: { ...(origin && { 'access-control-allow-origin': origin }), ...more },
    }),
  ],
});
const withCookies = { 'access-control-allow-credentials': 'true' };

testRule(oauthAuthorizationCorsAllowed, {
  flags: {
    anybody: ['low', of('*')],
    'whoever asks': ['low', of(SHOP, { origin: SHOP })],
    'whoever asks, with cookies': ['medium', of(SHOP, { origin: SHOP }, withCookies)],
    'anybody with cookies, which browsers refuse': ['low', of('*', {}, withCookies)],
  },
  passes: {
    'no such header': of(undefined),
    'an origin that is always the same': of('https://partner.example'),
    'its own origin': of(IDP, { origin: IDP }),
  },
  doesNotApply: { 'a site that authorizes nobody': { credentials } },
  unknown: {
    'a request whose headers were not seen': of(undefined, {}, { via: [] }),
    'a request that was not kept': { credentials, flows: [flow()] },
  },
});
