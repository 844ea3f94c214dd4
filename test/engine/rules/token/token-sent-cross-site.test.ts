import { tokenSentCrossSite } from '../../../../src/engine/rules/token/token-sent-cross-site.js';
import { cookie, credential, jwt, sighting } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';
import {
  abroad,
  abroadAlone,
  accessToken,
  CLOUD,
  COGNITO,
  FIREBASE,
  givenTo,
  google,
  handedTo,
  idToken,
  IDP,
  ledTo,
  naming,
  ofProvider,
  OTHER,
  refresh,
  renewed,
  sentTo,
  TRACKER,
  withLogin,
} from '../../../support/sent-abroad.js';

testRule(tokenSentCrossSite, {
  flags: {
    'a token of Google to somebody else': ['medium', google(TRACKER, 'url')],
    'a Firebase login to somebody else': [
      'medium',
      jwt(FIREBASE, {
        sightings: [sentTo('https://storage.googleapis.test'), sentTo(TRACKER)],
      }),
    ],
    'a Cognito login to a customer’s bucket': [
      'low',
      jwt(COGNITO, abroadAlone('https://goods.s3.amazonaws.com')),
    ],
    'a session id under another name': ['high', cookie({ ...ledTo(TRACKER) })],
    'an opaque token under another name': [
      'medium',
      credential({ role: 'access-token', ...ledTo(TRACKER) }),
    ],
    'a JWT whose audience is another': [
      'high',
      jwt(naming({ aud: 'https://api.shop.example' }), abroad),
    ],
    'a JWT whose audience cannot be read': ['medium', jwt({}, abroad)],
    'an opaque token in a URL': [
      'medium',
      accessToken(sentTo(TRACKER, { carrier: 'url', locator: 'dl' })),
    ],
    'an ID token': ['medium', jwt(naming({ iss: IDP }), { role: 'id-token', ...abroad })],
    'an ID token that goes to one API beside the service that gave it': [
      'low',
      idToken(
        { iss: 'https://tokens.provider.example', aud: 'app-1' },
        sentTo(IDP, { carrier: 'body', locator: '/idToken' }),
        sentTo(CLOUD),
      ),
    ],
    'an ID token that goes to two others': [
      'medium',
      idToken({ aud: 'app-1' }, sentTo(CLOUD), sentTo(OTHER)),
    ],
    'an ID token that another site gets in an address': [
      'medium',
      idToken({ aud: 'app-1' }, sentTo(OTHER, { carrier: 'url', locator: 'id_token' })),
    ],
    'an access token that goes to one API beside the service that gave it': [
      'low',
      credential(ofProvider('access-token', sentTo(IDP), sentTo(CLOUD))),
    ],
    'a token of the own site that goes to another as well': [
      'medium',
      accessToken(
        sighting({ carrier: 'body', direction: 'received', pageSite: 'https://shop.example' }),
        sentTo('https://shop.example'),
        sentTo(OTHER),
      ),
    ],
    'a refresh token that another site gave': ['medium', refresh(givenTo('https://shop.example'))],
    'a refresh token that two others get': ['medium', refresh(sentTo(TRACKER))],
    'an opaque token that goes to one other site alone, in its own header': [
      'low',
      accessToken(givenTo('https://shop.example'), sentTo('https://api.orders.example')),
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
      accessToken(sentTo('https://api.orders.example'), sentTo(TRACKER)),
    ],
    'what only its name makes a token': [
      'low',
      credential({ role: 'access-token', confidence: 0.4, ...abroad }),
    ],
    'a token that the receiver echoes': [
      'medium',
      accessToken(
        sentTo(TRACKER, { locator: 'x-token' }),
        sentTo(TRACKER, { carrier: 'body', direction: 'received' }),
      ),
    ],
    'a token of the own site, to the server of a login': [
      'low',
      withLogin(
        accessToken(
          sentTo('https://shop.example', { carrier: 'body', direction: 'received' }),
          sentTo(IDP),
        ),
      ),
    ],
    'a token of a provider to another than the client of its flow': [
      'medium',
      withLogin(handedTo(TRACKER)),
    ],
  },
  unknown: {
    'a token that nobody was seen to give, and that one other site alone gets': accessToken(
      sentTo('https://api.orders.example'),
    ),
    'a refresh token that nobody was seen to give, and that one other site alone gets': refresh(),
    'one like it, where a login elsewhere may have given it': withLogin(
      accessToken(sentTo(TRACKER)),
    ),
  },
  passes: {
    'a Firebase login to its stores': jwt(
      FIREBASE,
      abroadAlone('https://firebasestorage.googleapis.com'),
    ),
    'a Cognito login to an identity pool': jwt(
      COGNITO,
      abroadAlone('https://cognito-identity.eu-west-1.amazonaws.com'),
    ),
    'a token of Google’s popup to its APIs': google('https://sheets.googleapis.com'),
    'a refresh token at the address that gave another token for it': {
      credentials: [refresh(), renewed('e7')],
    },
    'a token that a request is signed with': accessToken(
      sentTo('https://api.cloud.example', { locator: 'x-amz-security-token' }),
    ),
    'a session id under another name, to the same product': cookie({
      ...ledTo('https://shop.test'),
    }),
    'what a provider says of somebody, to a site that relies on it': credential({
      role: 'id-token',
      format: 'saml',
      site: IDP,
      sightings: [sentTo('https://shop.example', { carrier: 'body', locator: 'SAMLResponse' })],
    }),
    'a token that a login elsewhere gave, to the server of that login': withLogin(
      accessToken(sentTo(IDP)),
    ),
    'a token of a provider to the client of its flow': withLogin(handedTo('https://shop.example')),
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
    'a token to the own site by another scheme': jwt({}, abroadAlone('http://shop.example')),
    'a token to its audience': jwt(
      naming({ aud: ['x', 'https://api.tracker.example/v1'] }),
      abroad,
    ),
    'a token to an audience without a scheme': jwt(naming({ aud: 'api.tracker.example' }), abroad),
    'a token to its issuer': jwt(naming({ iss: 'https://login.tracker.example/' }), abroad),
    'a token of another site to the client that fetched it': credential({
      role: 'access-token',
      site: IDP,
      sightings: [givenTo('https://shop.example'), sentTo('https://api.shop.example')],
    }),
  },
  doesNotApply: {
    'a cookie in a third-party request': cookie({
      sightings: [sentTo(TRACKER, { carrier: 'cookie' })],
    }),
    'a token of a page’s map': jwt(
      { claims: { sub: undefined, jti: undefined, origin: 'https://shop.example' } },
      { role: 'access-token', behaviour: { usedAnonymously: true }, ...abroad },
    ),
    'an API key of a service': credential({ role: 'api-key', ...abroad }),
  },
});
