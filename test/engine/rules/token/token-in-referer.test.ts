import type { Leak } from '../../../../src/engine/model.js';
import { tokenInReferer } from '../../../../src/engine/rules/token/token-in-referer.js';
import {
  cookie,
  credential,
  exchange,
  HOURS,
  jwt,
  sighting,
  T0,
} from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const toldTo = (origin: string, more: Partial<Leak> = {}): Leak => ({
  through: 'referer',
  carrier: 'header',
  locator: 'referer',
  origin,
  firstAt: T0 + 2_000,
  lastAt: T0 + 2_000,
  count: 1,
  exchange: exchange({ url: `${origin}/pixel` }),
  ...more,
});
const inUrl = sighting({ carrier: 'url', locator: 'token' });
const told = (...origins: string[]) => ({
  sightings: [inUrl],
  leaks: origins.map((origin) => toldTo(origin)),
});
const ABROAD = 'https://pixels.example';

testRule(tokenInReferer, {
  flags: {
    'an access token that a tracker was told': [
      'high',
      credential({ role: 'access-token', ...told(ABROAD) }),
    ],
    'a session id that a tracker was told': ['high', credential(told(ABROAD))],
    'an ID token that a tracker was told': [
      'medium',
      jwt({}, { role: 'id-token', ...told(ABROAD) }),
    ],
    'a one-time link that a tracker was told': ['low', jwt({}, { role: 'other', ...told(ABROAD) })],
    'a token that another host of the same site was told': [
      'low',
      credential({ role: 'access-token', ...told('https://static.shop.example') }),
    ],
    'a session id that the login then replaced': [
      'low',
      {
        credentials: [
          credential(told(ABROAD)),
          cookie({ id: 'c2', behaviour: { issuedAtLogin: exchange() } }),
        ],
        moments: [
          { type: 'login', at: T0 + HOURS, site: 'https://shop.example', exchange: exchange() },
        ],
      },
    ],
    'a value that only its name makes a token': [
      'low',
      credential({ role: 'access-token', confidence: 0.4, ...told(ABROAD) }),
    ],
  },
  passes: {
    'an address with a token that nobody was told': credential({
      role: 'access-token',
      sightings: [inUrl],
    }),
    'a token that its own audience was told': jwt(
      { claims: { aud: 'https://api.pixels.example' } },
      told(ABROAD),
    ),
    'a token that its issuer was told': credential({
      role: 'access-token',
      sightings: [
        sighting({ origin: ABROAD, carrier: 'url', direction: 'received', firstAt: T0 }),
        inUrl,
      ],
      leaks: [toldTo(ABROAD)],
    }),
    'a token that a script of another site sent, which is another matter': credential({
      role: 'access-token',
      sightings: [inUrl],
      leaks: [toldTo(ABROAD, { through: 'third-party-script' })],
    }),
  },
  doesNotApply: {
    'a token that never stood in an address': credential({
      role: 'access-token',
      sightings: [sighting()],
    }),
    'the state of a login': credential({ role: 'oauth-state', ...told(ABROAD) }),
    'a tracking id': credential({ role: 'tracking', ...told(ABROAD) }),
    'a value against forgery': credential({ role: 'csrf', ...told(ABROAD) }),
  },
});
