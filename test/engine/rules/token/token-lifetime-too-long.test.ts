import type { Credential } from '../../../../src/engine/model.js';
import { tokenLifetimeTooLong } from '../../../../src/engine/rules/token/token-lifetime-too-long.js';
import {
  cookie,
  credential,
  DAYS,
  exchange,
  HOURS,
  jwt,
  sighting,
  T0,
} from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const lasting = (length: number, more: Partial<Credential> = {}) =>
  credential({
    role: 'access-token',
    name: '/access_token',
    expires: 'at',
    issuedAt: T0,
    expiresAt: T0 + length,
    ...more,
  });

testRule(tokenLifetimeTooLong, {
  flags: {
    'an access token for 2 days': ['low', lasting(2 * DAYS)],
    'an access token for 60 days': ['medium', lasting(60 * DAYS)],
    'a session token for 30 days': ['medium', lasting(30 * DAYS, { role: 'session' })],
    'a refresh token for half a year': ['low', lasting(180 * DAYS, { role: 'refresh-token' })],
    'a refresh token for two years': ['medium', lasting(730 * DAYS, { role: 'refresh-token' })],
    'what only its name makes a token': ['low', lasting(60 * DAYS, { confidence: 0.4 })],
    'an access token beyond a limit that was chosen': [
      'low',
      {
        credentials: [lasting(2 * HOURS)],
        settings: { thresholds: { accessTokenLifetime: 3_600 } },
      },
    ],
  },
  passes: {
    'an access token for an hour': lasting(HOURS),
    'an access token for a day': lasting(DAYS),
    'a refresh token for 90 days': lasting(90 * DAYS, { role: 'refresh-token' }),
  },
  doesNotApply: {
    'a JWT, which has its own rule': jwt({}, { expires: 'at', expiresAt: T0 + 60 * DAYS }),
    'a cookie, whose attributes say it': cookie({ expires: 'at', expiresAt: T0 + 60 * DAYS }),
    'a remembered login, which has its own rule': lasting(800 * DAYS, { role: 'remember-me' }),
    'a token that guests are given': lasting(60 * DAYS, {
      sightings: [
        sighting({
          direction: 'received',
          firstExchange: exchange({ url: 'https://shop.example/guest/session' }),
          lastExchange: exchange({ url: 'https://shop.example/guest/session' }),
        }),
      ],
    }),
    'an API key': lasting(800 * DAYS, { role: 'api-key' }),
    'a token of which nobody said how long it lives': credential({ role: 'access-token' }),
  },
});
