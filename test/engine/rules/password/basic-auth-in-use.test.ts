import { basicAuthInUse } from '../../../../src/engine/rules/password/basic-auth-in-use.js';
import { cookie, credential, sighting } from '../../../support/credential.js';
import { flowOf, logged, redeemed } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const basicTo = (...origins: string[]) =>
  credential({
    role: 'basic',
    format: 'basic',
    value: 'YWxhZGRpbjpvcGVuc2VzYW1l',
    sightings: origins.map((origin) => sighting({ origin })),
  });

const DIGEST = credential({
  role: 'basic',
  scheme: 'digest',
  value: 'digest ada@shop',
  sightings: [sighting({ origin: 'http://shop.example' })],
});

testRule(basicAuthInUse, {
  flags: {
    'Basic over https': ['medium', basicTo('https://shop.example')],
    'Basic over http': ['critical', basicTo('http://shop.example')],
    'Basic over both': ['critical', basicTo('https://shop.example', 'http://shop.example')],
    'Basic that gave a session': [
      'low',
      { credentials: [basicTo('https://shop.example'), cookie({ id: 'c2' })] },
    ],
    'Basic for tokens, and for pages': [
      'medium',
      {
        credentials: [basicTo('https://shop.example')],
        flows: [flowOf({ steps: [redeemed()] })],
        exchanges: ['redeemed', 'more'].map((id) =>
          logged({ id, url: 'https://shop.example/x', type: 'document' }, { carried: ['c1'] }),
        ),
      },
    ],
    'Basic that goes on beside a session': [
      'medium',
      {
        credentials: [{ ...basicTo(), sightings: [sighting({ count: 2 })] }, cookie({ id: 'c2' })],
      },
    ],
    'Basic to localhost, as information': ['info', basicTo('http://localhost:8080')],
  },
  passes: {
    'Basic that was only offered': credential({
      role: 'basic',
      sightings: [sighting({ direction: 'received' })],
    }),
    'Basic in a store': credential({
      role: 'basic',
      sightings: [sighting({ carrier: 'localStorage', direction: 'stored' })],
    }),
    'Basic that was never sent': basicTo(),
  },
  doesNotApply: {
    'Digest, which sends no password': DIGEST,
    'the name and secret of an application, for tokens': {
      credentials: [basicTo('https://shop.example')],
      flows: [flowOf({ steps: [redeemed()] })],
      exchanges: [
        logged({ id: 'redeemed', url: 'https://shop.example/token' }, { carried: ['c1'] }),
      ],
    },
    'the same, which a script sends with all that it asks for': {
      credentials: [basicTo('https://shop.example')],
      flows: [flowOf({ steps: [redeemed()] })],
      exchanges: ['redeemed', 'more'].map((id) =>
        logged({ id, url: 'https://shop.example/x', type: 'fetch' }, { carried: ['c1'] }),
      ),
    },
    'a bearer token': credential({ role: 'access-token', sightings: [sighting()] }),
  },
});
