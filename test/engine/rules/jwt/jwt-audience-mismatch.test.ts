import { jwtAudienceMismatch } from '../../../../src/engine/rules/jwt/jwt-audience-mismatch.js';
import type { AuthFlow } from '../../../../src/engine/flows/flow.js';
import { exchange, jwt, sighting, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const GRAPH = 'https://graph.provider.test';
const API = 'https://api.shop.example';
const SHOP = 'https://shop.example';
const sentTo = (origin: string, status?: number, more = {}) => ({
  sightings: [
    sighting({
      origin,
      site: origin === API ? SHOP : origin,
      pageSite: SHOP,
      lastExchange: exchange({ status }),
      ...more,
    }),
  ],
});
const forGraph = { claims: { aud: GRAPH, iss: 'https://login.issuer.test/t' } };

const given = {
  direction: 'received',
  carrier: 'body',
  firstExchange: exchange({ id: 'e7' }),
} as const;
const idToken = (claims: object) =>
  jwt({ claims }, { role: 'id-token', sightings: [sighting(given)] });
const flow = (more: Partial<AuthFlow> = {}): AuthFlow => ({
  id: 'f1',
  protocol: 'oidc',
  grant: 'authorization-code',
  issuer: 'https://login.issuer.test',
  clientId: 'spa',
  state: true,
  nonce: true,
  pushed: false,
  dpop: false,
  clientSecret: false,
  steps: [{ kind: 'token-request', at: T0, exchange: exchange({ id: 'e7' }), detail: {} }],
  ...more,
});

testRule(jwtAudienceMismatch, {
  flags: {
    'a token for a provider’s API, taken by one’s own': ['medium', jwt(forGraph, sentTo(API, 200))],
    'a token for a provider’s API, refused by one’s own': ['low', jwt(forGraph, sentTo(API, 401))],
    'a token for a provider’s API, sent to one’s own': ['low', jwt(forGraph, sentTo(API))],
    'an ID token for another client': [
      'medium',
      { credentials: [idToken({ aud: 'other' })], flows: [flow()] },
    ],
  },
  passes: {
    'a token at the API that it names': jwt({ claims: { aud: API } }, sentTo(API, 200)),
    'a token for Azure’s resource manager by its older name': jwt(
      { claims: { aud: 'https://management.core.windows.net/', iss: 'https://sts.issuer.test/t' } },
      sentTo('https://management.azure.com', 200),
    ),
    'a token at another host of the domain that it names': jwt(
      { claims: { aud: 'https://shop.example/api' } },
      sentTo(API, 200),
    ),
    'a token for one’s own API, which runs at a cloud’s address': jwt(
      { claims: { aud: API } },
      sentTo('https://a1b2.cloud.test', 200),
    ),
    'a token that its issuer is asked with': jwt(
      forGraph,
      sentTo('https://login.issuer.test', 200),
    ),
    'a token for two APIs at one of them': jwt({ claims: { aud: [GRAPH, API] } }, sentTo(API, 200)),
    'an ID token for its client': {
      credentials: [idToken({ aud: ['api', 'spa'] })],
      flows: [flow()],
    },
    'an ID token for the server of the client that it was issued to': {
      credentials: [idToken({ aud: 'server', azp: 'spa' })],
      flows: [flow()],
    },
  },
  doesNotApply: {
    'an audience that is a mere name': jwt({ claims: { aud: 'account' } }, sentTo(API, 200)),
    'an audience that is the name of an API and no host': jwt(
      { claims: { aud: 'https://quickstarts/api' } },
      sentTo(API, 200),
    ),
    'an audience in part a client id': jwt(
      { claims: { aud: [GRAPH, '7c1e52a1'] } },
      sentTo(API, 200),
    ),
    'a token without audience': jwt({}, sentTo(API, 200)),
    'a token that was sent to the machine itself': jwt(
      forGraph,
      sentTo('http://localhost:3000', 200),
    ),
    'a cookie': jwt(forGraph, sentTo(API, 200, { carrier: 'cookie' })),
  },
  unknown: {
    'an ID token whose login was not seen': { credentials: [idToken({ aud: 'other' })] },
  },
});
