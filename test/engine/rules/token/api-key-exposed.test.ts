import { apiKeyExposed } from '../../../../src/engine/rules/token/api-key-exposed.js';
import type { Credential, Sighting } from '../../../../src/engine/model.js';
import { credential, sighting } from '../../../support/credential.js';
import { jwtOf } from '../../../support/jose.js';
import { testRule } from '../../../support/rule-cases.js';
import { Seeded } from '../../../support/seeded.js';

const random = new Seeded('exposed keys');
const SERVICE = 'https://api.service.example';
const toService = (more: Partial<Sighting> = {}) =>
  sighting({ origin: SERVICE, pageSite: 'https://shop.example', ...more });
const key = (value: string, ...sightings: Sighting[]): Credential =>
  credential({ role: 'api-key', format: 'known-prefix', value, sightings });
const secret = (start: string, length = 40) => start + random.base62(length);
const STORED = sighting({ carrier: 'localStorage', direction: 'stored', locator: 'key' });

testRule(apiKeyExposed, {
  flags: {
    'a payment service’s secret key': ['high', key(secret('sk_live_'), toService())],
    'a language model’s key': ['high', key(secret('sk-proj-'), toService())],
    'a bot’s token in a form': [
      'high',
      key(secret('xoxb-'), toService({ carrier: 'body', locator: 'token' })),
    ],
    'a database’s key that passes every policy': [
      'high',
      key(jwtOf({ role: 'service_role' }), toService({ locator: 'apikey' })),
    ],
    'a key that lies in storage, where users’ own do': [
      'medium',
      key(secret('ghp_'), toService(), STORED),
    ],
    'a key for trying things out': ['low', key(secret('sk_test_'), toService())],
  },
  passes: {
    'a key that a page sends to its own server': key(
      secret('sk-proj-'),
      toService({ origin: 'https://api.shop.example' }),
    ),
    'a key that an administrator types into the settings': key(
      secret('sk_live_'),
      toService({ origin: 'https://shop.example', carrier: 'body', locator: '/stripeKey' }),
    ),
    'a service’s own page with its own keys': key(
      secret('glpat-'),
      toService({ pageSite: 'https://service.example' }),
    ),
  },
  doesNotApply: {
    'a publishable key': key(secret('pk_live_'), toService()),
    'a key for maps': key(secret('AIza', 35), toService()),
    'a token that a login gave': key(secret('gho_'), toService()),
    'a session': credential({ sightings: [toService()] }),
    'a secret key that a settings page shows': key(
      secret('sk_live_'),
      toService({ direction: 'received', carrier: 'body' }),
    ),
  },
  unknown: {
    'a key sent by nobody knows which page': key(secret('sk_live_'), sighting({ origin: SERVICE })),
  },
});
