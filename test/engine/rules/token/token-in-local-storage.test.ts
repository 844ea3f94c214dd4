import { tokenInLocalStorage } from '../../../../src/engine/rules/token/token-in-local-storage.js';
import {
  cookie,
  credential,
  exchange,
  DAYS,
  jwt,
  sighting,
  SECONDS,
  T0,
} from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const stored = {
  sightings: [sighting({ carrier: 'localStorage', locator: 'token', direction: 'stored' })],
};

testRule(tokenInLocalStorage, {
  flags: {
    'a refresh token': ['high', credential({ role: 'refresh-token', ...stored })],
    'an access token for a month': ['high', jwt({}, { ...stored, expiresAt: T0 + 30 * DAYS })],
    'an access token for nobody knows how long': [
      'high',
      credential({ role: 'access-token', ...stored }),
    ],
    'an access token for five minutes': [
      'medium',
      jwt({}, { ...stored, expiresAt: T0 + 300 * SECONDS }),
    ],
    'an ID token': ['medium', jwt({}, { role: 'id-token', ...stored })],
    'the value of an HttpOnly session cookie': ['high', cookie(stored)],
  },
  passes: {
    'a token in a response': jwt(
      {},
      { sightings: [sighting({ carrier: 'body', direction: 'received' })] },
    ),
    'a token in memory': jwt({}, { sightings: [sighting()] }),
    'a token in sessionStorage': jwt(
      {},
      {
        sightings: [sighting({ carrier: 'sessionStorage', direction: 'stored' })],
      },
    ),
  },
  doesNotApply: {
    'a token that guests are given': credential({
      role: 'access-token',
      sightings: [
        ...stored.sightings,
        sighting({
          carrier: 'body',
          direction: 'received',
          firstExchange: exchange({ url: 'https://shop.example/oauth/anonymous/token' }),
          lastExchange: exchange({ url: 'https://shop.example/oauth/anonymous/token' }),
        }),
      ],
    }),
    'a preference': credential({ role: 'preference', ...stored }),
    'a CSRF token': credential({ role: 'csrf', ...stored }),
    'a publishable API key': credential({ role: 'api-key', ...stored }),
  },
});
