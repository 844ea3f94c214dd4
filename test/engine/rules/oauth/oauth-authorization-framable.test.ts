import { oauthAuthorizationFramable } from '../../../../src/engine/rules/oauth/oauth-authorization-framable.js';
import { credential } from '../../../support/credential.js';
import type { ExchangeSpec } from '../../../support/exchange.js';
import { answered, flow, IDP, logged, SHOP } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const credentials = [credential({ site: IDP, sightings: [] })];
const policy = { 'content-security-policy': "frame-ancestors 'none'" };
const page = (gets: ExchangeSpec['gets'] = {}, after = 5, url = `${IDP}/consent`) =>
  logged({ url, gets, after });
const of = (pages: ReturnType<typeof page>[], detail = {}) => ({
  credentials,
  flows: [flow({ steps: [answered(detail)] })],
  exchanges: pages,
});

testRule(oauthAuthorizationFramable, {
  flags: {
    'a page without a word of it': ['medium', of([page()])],
    'a policy that speaks of other things': [
      'medium',
      of([page({ 'content-security-policy': "script-src 'self'" })]),
    ],
    'a policy that lets everybody': [
      'medium',
      of([page({ 'content-security-policy': 'frame-ancestors *' })]),
    ],
    'one page of two': ['medium', of([page(policy, 2), page({}, 4)])],
  },
  passes: {
    'frame-ancestors': of([page(policy)]),
    'X-Frame-Options': of([page({ 'x-frame-options': 'SAMEORIGIN' })]),
    'the sites that may': of([page({ 'content-security-policy': `frame-ancestors ${SHOP}` })]),
    'the page that only sends the answer on': of([page(policy, 2), page({}, 4)], {
      mode: 'form_post',
    }),
    'a page of the client in between': of([page(policy, 2), page({}, 4, SHOP)]),
    'a page long after the login': of([page(policy, 2), page({}, 400)]),
  },
  doesNotApply: { 'a site that authorizes nobody': { credentials } },
  unknown: {
    'no page, as after a login before': of([]),
    'a page whose headers were not seen': of([page({ via: [] })]),
    'a login without an answer': { credentials, flows: [flow()], exchanges: [page()] },
  },
});
