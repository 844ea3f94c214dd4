import { passwordInHeader } from '../../../../src/engine/rules/password/password-in-header.js';
import { cookie, credential, sighting } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

/** What stands for a password in a header, of which the value is not kept. */
const inHeader = (name: string, origin = 'https://shop.example', count = 7) =>
  credential({
    role: 'api-key',
    name,
    scheme: 'password',
    value: `${name} for shop.example`,
    sightings: [sighting({ locator: name, origin, count })],
  });

testRule(passwordInHeader, {
  flags: {
    'a password over http': ['critical', inHeader('password', 'http://shop.example')],
    'a password over https': ['medium', inHeader('x-auth-password')],
    'a password in another language': ['medium', inHeader('x-kennwort')],
    'a password that gave a session': [
      'low',
      { credentials: [inHeader('password', undefined, 1), cookie({ id: 'c2' })] },
    ],
    'a password that goes on beside a session': [
      'medium',
      { credentials: [inHeader('password'), cookie({ id: 'c2' })] },
    ],
    'a password to localhost, as information': ['info', inHeader('password', 'http://localhost')],
  },
  passes: {
    'a password that was never sent': { ...inHeader('password'), sightings: [] },
    'a password that is only kept': {
      ...inHeader('password'),
      carriers: ['header'],
      sightings: [sighting({ carrier: 'localStorage', direction: 'stored' })],
    },
    'a password of an answer': {
      ...inHeader('password'),
      sightings: [sighting({ direction: 'received' })],
    },
  },
  doesNotApply: {
    'a key in a header': credential({ role: 'api-key', sightings: [sighting()] }),
    'HTTP Basic': credential({ role: 'basic', scheme: 'basic', sightings: [sighting()] }),
    'a bearer token': credential({ scheme: 'bearer', sightings: [sighting()] }),
  },
  unknown: {
    'what may be a pass that the server gave': inHeader('x-harbour-pass'),
    'what may be a page’s width': inHeader('pw'),
  },
});
