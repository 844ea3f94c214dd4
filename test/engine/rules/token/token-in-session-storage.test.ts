import { tokenInSessionStorage } from '../../../../src/engine/rules/token/token-in-session-storage.js';
import { credential, exchange, jwt, sighting } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const stored = {
  sightings: [sighting({ carrier: 'sessionStorage', locator: 'token', direction: 'stored' })],
};

testRule(tokenInSessionStorage, {
  flags: {
    'a refresh token': ['medium', credential({ role: 'refresh-token', ...stored })],
    'a session': ['medium', credential({ role: 'session', ...stored })],
    'an access token': ['low', jwt({}, stored)],
    'an ID token': ['low', jwt({}, { role: 'id-token', ...stored })],
  },
  passes: {
    'a token in a response': jwt(
      {},
      { sightings: [sighting({ carrier: 'body', direction: 'received' })] },
    ),
    'a token in memory': jwt({}, { sightings: [sighting()] }),
    'a token in localStorage': jwt(
      {},
      {
        sightings: [sighting({ carrier: 'localStorage', direction: 'stored' })],
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
    'an OAuth state during the redirect': credential({ role: 'oauth-state', ...stored }),
  },
});
