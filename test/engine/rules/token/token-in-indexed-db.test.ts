import { tokenInIndexedDb } from '../../../../src/engine/rules/token/token-in-indexed-db.js';
import { credential, exchange, jwt, SECONDS, sighting, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const stored = {
  sightings: [
    sighting({
      carrier: 'indexedDB',
      locator: 'firebaseLocalStorageDb/accessToken',
      direction: 'stored',
    }),
  ],
};
const storedIn = (carrier: 'localStorage' | 'sessionStorage') => ({
  sightings: [sighting({ carrier, direction: 'stored' })],
});

testRule(tokenInIndexedDb, {
  flags: {
    'a session token': ['high', credential({ role: 'session', ...stored })],
    'an access token for nobody knows how long': [
      'high',
      credential({ role: 'access-token', ...stored }),
    ],
    'an access token for five minutes': [
      'medium',
      jwt({}, { ...stored, expiresAt: T0 + 300 * SECONDS }),
    ],
    'an ID token': ['medium', jwt({}, { role: 'id-token', ...stored })],
    'what only its name makes a token': [
      'low',
      credential({ role: 'access-token', confidence: 0.4, ...stored }),
    ],
  },
  passes: {
    'a token in memory': jwt({}, { sightings: [sighting()] }),
    'a token in localStorage, which is another matter': jwt({}, storedIn('localStorage')),
    'a token in sessionStorage, which is another matter': jwt({}, storedIn('sessionStorage')),
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
    'an API key of a project': credential({ role: 'api-key', ...stored }),
    'an id of an installation, for messages': credential({ role: 'device', ...stored }),
    'a tracking id': credential({ role: 'tracking', ...stored }),
  },
});
