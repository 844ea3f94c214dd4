import { idTokenAsAccessToken } from '../../../../src/engine/rules/jwt/id-token-as-access-token.js';
import { credential, exchange, jwt, sighting } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const API = 'https://api.shop.example';
const ISSUER = 'https://login.issuer.test';
const sentTo = (origin = API, status = 200, more = {}) => ({
  sightings: [sighting({ origin, lastExchange: exchange({ status }), ...more })],
});
const given = (locator: string) => ({
  sightings: [
    ...sentTo().sightings,
    sighting({ carrier: 'body', direction: 'received', locator, origin: ISSUER }),
  ],
});
const idToken = (claims: object, sent = sentTo(), more = {}) =>
  jwt(
    { claims: { iss: ISSUER, aud: 'spa', nonce: 'n-1', ...claims } },
    { role: 'id-token', ...sent, ...more },
  );

testRule(idTokenAsAccessToken, {
  flags: {
    'an ID token that an API took': ['medium', idToken({})],
    'an ID token that an API refused': ['low', idToken({}, sentTo(API, 401))],
    'a token that says ID itself': [
      'medium',
      idToken({ typ: 'ID', nonce: undefined }, sentTo(), { role: 'access-token' }),
    ],
    'one without a claim of its own, from the field that is its own': [
      'medium',
      idToken({ nonce: undefined, email: 'ada@shop.example' }, given('/id_token')),
    ],
    'an ID token of Cognito, which documents it': [
      'info',
      idToken({
        iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a',
        token_use: 'id',
      }),
    ],
    'an ID token of Firebase, which documents it': [
      'info',
      idToken({ iss: 'https://securetoken.google.com/shop', nonce: undefined }, sentTo(), {
        role: 'access-token',
      }),
    ],
  },
  passes: {
    'an ID token that its issuer is asked with': idToken({}, sentTo(ISSUER)),
    'an ID token for the service that aud names': idToken({ aud: `${API}/` }),
    'a token of Firebase at its issuer': idToken(
      { iss: 'https://securetoken.google.com/shop' },
      sentTo('https://securetoken.google.com'),
    ),
  },
  doesNotApply: {
    'an access token': jwt({}, sentTo()),
    'an access token that has a nonce as well': idToken({ scope: 'orders', typ: 'Bearer' }),
    'an access token of Cognito': jwt(
      {
        claims: {
          iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a',
          token_use: 'access',
        },
      },
      sentTo(),
    ),
    'a token that little tells from an ID token': idToken({ nonce: undefined, email: 'a@b.test' }),
    'an ID token as a hint at logout': idToken(
      {},
      sentTo(ISSUER, 200, { carrier: 'url', locator: 'id_token_hint' }),
    ),
    'an ID token that is kept': idToken(
      {},
      sentTo(API, 200, { direction: 'stored', carrier: 'localStorage' }),
    ),
    'an opaque token': credential({ role: 'access-token', ...sentTo() }),
  },
});
