import type { Leak } from '../../../../src/engine/model.js';
import type { AuthFlow } from '../../../../src/engine/flows/flow.js';
import { tokenSentCrossSite } from '../../../../src/engine/rules/token/token-sent-cross-site.js';
import { cookie, credential, exchange, jwt, sighting, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const implicit = (redirectUri: string): AuthFlow => ({
  id: 'f1',
  protocol: 'oauth',
  grant: 'implicit',
  issuer: 'https://idp.example',
  redirectUri,
  state: true,
  nonce: false,
  pushed: false,
  dpop: false,
  clientSecret: false,
  steps: [],
});
const handedTo = (origin: string) =>
  credential({
    role: 'access-token',
    site: 'https://idp.example',
    sightings: [sentTo(origin, { carrier: 'url', locator: 'access_token' })],
  });
const sentTo = (origin: string, more = {}) => sighting({ origin, ...more });
const unseenGiven = (origin: string) =>
  credential({ role: 'access-token', sightings: [sentTo(origin)] });
const abroad = { sightings: [sentTo('https://tracker.example'), sentTo('https://shop.example')] };
const abroadAlone = (origin: string) => ({ sightings: [sentTo(origin)] });
const google = (origin: string, carrier: 'header' | 'url' = 'header') =>
  credential({
    role: 'access-token',
    format: 'known-prefix',
    value: `ya29.${'kR7mW2xQ9vT4bN8z'.repeat(4)}`,
    sightings: [sentTo(origin, carrier === 'url' ? { carrier, locator: 'token' } : {})],
  });
const naming = (claims: object) => ({ claims });

const ledTo = (origin: string): { leaks: Leak[] } => ({
  leaks: [
    {
      through: 'cross-site',
      carrier: 'body',
      locator: '/page/cookie',
      origin,
      firstAt: T0,
      lastAt: T0,
      count: 1,
      exchange: exchange({ url: `${origin}/collect` }),
    },
  ],
});

/** A service at another site gave it to a page. */
const givenTo = (pageSite: string) =>
  sighting({
    origin: 'https://idp.example',
    pageSite,
    carrier: 'body',
    direction: 'received',
    firstAt: T0,
  });
const refresh = () =>
  credential({
    role: 'refresh-token',
    site: 'https://idp.example',
    sightings: [
      sentTo('https://tokens.provider.example', {
        carrier: 'body',
        locator: 'refresh_token',
        lastExchange: exchange({ id: 'e7' }),
      }),
    ],
  });
const renewed = (id: string) =>
  credential({
    id: 'c2',
    role: 'access-token',
    site: 'https://tokens.provider.example',
    sightings: [
      sighting({
        origin: 'https://tokens.provider.example',
        carrier: 'body',
        direction: 'received',
        firstExchange: exchange({ id }),
      }),
    ],
  });

testRule(tokenSentCrossSite, {
  flags: {
    'a token of Google to somebody else': ['medium', google('https://tracker.example', 'url')],
    'a Firebase login to somebody else': [
      'medium',
      jwt(naming({ iss: 'https://securetoken.google.com/shop' }), {
        sightings: [sentTo('https://storage.googleapis.test'), sentTo('https://tracker.example')],
      }),
    ],
    'a Cognito login to a customer’s bucket': [
      'low',
      jwt(
        naming({ iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab3' }),
        abroadAlone('https://goods.s3.amazonaws.com'),
      ),
    ],
    'a session id under another name': ['high', cookie({ ...ledTo('https://tracker.example') })],
    'an opaque token under another name': [
      'medium',
      credential({ role: 'access-token', ...ledTo('https://tracker.example') }),
    ],
    'a JWT whose audience is another': [
      'high',
      jwt(naming({ aud: 'https://api.shop.example' }), abroad),
    ],
    'a JWT whose audience cannot be read': ['medium', jwt({}, abroad)],
    'an opaque token in a URL': [
      'medium',
      credential({
        role: 'access-token',
        sightings: [sentTo('https://tracker.example', { carrier: 'url', locator: 'dl' })],
      }),
    ],
    'an ID token': [
      'medium',
      jwt(naming({ iss: 'https://idp.example' }), { role: 'id-token', ...abroad }),
    ],
    'an ID token that goes to one API beside the service that gave it': [
      'low',
      jwt(naming({ iss: 'https://tokens.provider.example', aud: 'app-1' }), {
        role: 'id-token',
        site: 'https://idp.example',
        sightings: [
          givenTo('https://app.example'),
          sentTo('https://idp.example', { carrier: 'body', locator: '/idToken' }),
          sentTo('https://functions.cloud.example'),
        ],
      }),
    ],
    'an ID token that goes to two others': [
      'medium',
      jwt(naming({ aud: 'app-1' }), {
        role: 'id-token',
        site: 'https://idp.example',
        sightings: [
          givenTo('https://app.example'),
          sentTo('https://functions.cloud.example'),
          sentTo('https://tracker.test'),
        ],
      }),
    ],
    'an ID token that another site gets in an address': [
      'medium',
      jwt(naming({ aud: 'app-1' }), {
        role: 'id-token',
        site: 'https://idp.example',
        sightings: [
          givenTo('https://app.example'),
          sentTo('https://tracker.test', { carrier: 'url', locator: 'id_token' }),
        ],
      }),
    ],
    'an access token that goes to one API beside the service that gave it': [
      'low',
      credential({
        role: 'access-token',
        site: 'https://idp.example',
        sightings: [
          givenTo('https://app.example'),
          sentTo('https://idp.example'),
          sentTo('https://functions.cloud.example'),
        ],
      }),
    ],
    'a token of the own site that goes to another as well': [
      'medium',
      credential({
        role: 'access-token',
        sightings: [
          sighting({ carrier: 'body', direction: 'received', pageSite: 'https://shop.example' }),
          sentTo('https://shop.example'),
          sentTo('https://tracker.test'),
        ],
      }),
    ],
    'a refresh token that nothing was given for': ['medium', { credentials: [refresh()] }],
    'an opaque token that goes to one other site alone, in its own header': [
      'low',
      credential({ role: 'access-token', ...abroadAlone('https://api.orders.example') }),
    ],
    'a JWT whose audience is an identifier, and that goes to one other site alone': [
      'low',
      jwt(naming({ iss: 'https://login.shop.example', aud: 'https://orders/api' }), {
        ...abroadAlone('https://api.goods.example'),
      }),
    ],
    'a cookie’s value that its script sends to the one other site, its API': [
      'low',
      cookie({ role: 'access-token', ...abroadAlone('https://api.orders.example') }),
    ],
    'a token that two other sites get': [
      'medium',
      credential({
        role: 'access-token',
        sightings: [sentTo('https://api.orders.example'), sentTo('https://tracker.example')],
      }),
    ],
    'what only its name makes a token': [
      'low',
      credential({ role: 'access-token', confidence: 0.4, ...abroad }),
    ],
    'a token that the receiver echoes': [
      'medium',
      credential({
        role: 'access-token',
        sightings: [
          sentTo('https://tracker.example', { locator: 'x-token' }),
          sentTo('https://tracker.example', { carrier: 'body', direction: 'received' }),
        ],
      }),
    ],
    'a token that a login elsewhere gave, to another than its server': [
      'low',
      {
        credentials: [unseenGiven('https://tracker.example')],
        flows: [implicit('https://shop.example/back')],
      },
    ],
    'a token of the own site, to the server of a login': [
      'low',
      {
        credentials: [
          credential({
            role: 'access-token',
            sightings: [
              sentTo('https://shop.example', { carrier: 'body', direction: 'received' }),
              sentTo('https://idp.example'),
            ],
          }),
        ],
        flows: [implicit('https://shop.example/back')],
      },
    ],
    'a token of a provider to another than the client of its flow': [
      'medium',
      {
        credentials: [handedTo('https://tracker.example')],
        flows: [implicit('https://shop.example/back')],
      },
    ],
  },
  passes: {
    'a Firebase login to its stores': jwt(
      naming({ iss: 'https://securetoken.google.com/shop' }),
      abroadAlone('https://firebasestorage.googleapis.com'),
    ),
    'a Cognito login to an identity pool': jwt(
      naming({ iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab3' }),
      abroadAlone('https://cognito-identity.eu-west-1.amazonaws.com'),
    ),
    'a token of Google’s popup to its APIs': google('https://sheets.googleapis.com'),
    'a refresh token at the address that gave another token for it': {
      credentials: [refresh(), renewed('e7')],
    },
    'a token that a request is signed with': credential({
      role: 'access-token',
      sightings: [sentTo('https://api.cloud.example', { locator: 'x-amz-security-token' })],
    }),
    'a session id under another name, to the same product': cookie({
      ...ledTo('https://shop.test'),
    }),
    'what a provider says of somebody, to a site that relies on it': credential({
      role: 'id-token',
      format: 'saml',
      site: 'https://idp.example',
      sightings: [sentTo('https://shop.example', { carrier: 'body', locator: 'SAMLResponse' })],
    }),
    'a token that a login elsewhere gave, to the server of that login': {
      credentials: [unseenGiven('https://idp.example')],
      flows: [implicit('https://shop.example/back')],
    },
    'a token of a provider to the client of its flow': {
      credentials: [handedTo('https://shop.example')],
      flows: [implicit('https://shop.example/back')],
    },
    'a token to the same product’s API under another ending': jwt(
      {},
      abroadAlone('https://api.shop.test'),
    ),
    'a token to the same product’s other domain': credential({
      role: 'access-token',
      site: 'https://goods.example',
      ...abroadAlone('https://v1.goodscdn.test'),
    }),
    'a token to the own API': jwt({}, { sightings: [sentTo('https://api.shop.example')] }),
    'a token to the own site by another scheme': jwt(
      {},
      { sightings: [sentTo('http://shop.example')] },
    ),
    'a token to its audience': jwt(
      naming({ aud: ['x', 'https://api.tracker.example/v1'] }),
      abroad,
    ),
    'a token to an audience without a scheme': jwt(naming({ aud: 'api.tracker.example' }), abroad),
    'a token to its issuer': jwt(naming({ iss: 'https://login.tracker.example/' }), abroad),
    'a token of another site to the client that fetched it': credential({
      role: 'access-token',
      site: 'https://idp.example',
      sightings: [
        sighting({
          origin: 'https://idp.example',
          pageSite: 'https://shop.example',
          carrier: 'body',
          direction: 'received',
          firstAt: T0,
        }),
        sentTo('https://api.shop.example'),
      ],
    }),
  },
  doesNotApply: {
    'a cookie in a third-party request': cookie({
      sightings: [sentTo('https://tracker.example', { carrier: 'cookie' })],
    }),
    'a token of a page’s map': jwt(
      { claims: { sub: undefined, jti: undefined, origin: 'https://shop.example' } },
      { role: 'access-token', behaviour: { usedAnonymously: true }, ...abroad },
    ),
    'an API key of a service': credential({ role: 'api-key', ...abroad }),
  },
});
