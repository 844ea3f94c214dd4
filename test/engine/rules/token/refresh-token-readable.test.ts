import { sitesUsing } from '../../../../src/engine/known-indexes.js';
import type { Credential, StorageArea } from '../../../../src/engine/model.js';
import { refreshTokenReadable } from '../../../../src/engine/rules/token/refresh-token-readable.js';
import { cookie, credential, exchange, jwt, sighting, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const stored = (...areas: StorageArea[]) => ({
  sightings: areas.map((carrier) =>
    sighting({ carrier, locator: 'refresh_token', direction: 'stored' }),
  ),
});
const refresh = (more: Partial<Credential>) => credential({ role: 'refresh-token', ...more });
/** An answer that gave it, beside a token with these claims. */
const besideToken = (claims: object) => ({
  credentials: [refresh(stored('localStorage')), jwt({ claims }, { id: 'c2' })],
  exchanges: [{ ref: exchange({ id: 'e1' }), at: T0, carried: [], set: ['c1', 'c2'], count: 1 }],
});
const given = sighting({ carrier: 'body', direction: 'received', locator: '/refresh_token' });
/** Its page's storage was looked at. */
const looked = (one: Credential) => ({
  credentials: [one],
  storageSites: sitesUsing(one),
});

testRule(refreshTokenReadable, {
  flags: {
    'a refresh token in localStorage': ['high', refresh(stored('localStorage'))],
    'a refresh token in IndexedDB': ['high', refresh(stored('indexedDB'))],
    'a refresh token in sessionStorage': ['medium', refresh(stored('sessionStorage'))],
    'a refresh token in two places, once': ['high', refresh(stored('sessionStorage', 'indexedDB'))],
    'a remember-me token in localStorage': [
      'high',
      credential({ role: 'remember-me', ...stored('localStorage') }),
    ],
    'a refresh token that is of use only with a key of the browser': [
      'low',
      {
        credentials: [
          refresh(stored('localStorage')),
          jwt({ claims: { cnf: { jkt: 'x' } } }, { id: 'c2' }),
        ],
      },
    ],
    'a refresh token that came with somebody’s token': ['high', besideToken({ sub: '42' })],
    'what only its name makes one': [
      'low',
      refresh({ confidence: 0.4, ...stored('localStorage') }),
    ],
  },
  passes: {
    'a refresh token that a script keeps in memory': looked(refresh({ sightings: [given] })),
    'a refresh token in an HttpOnly cookie': cookie({ role: 'refresh-token' }),
    'a refresh token that went back in a body': looked(
      refresh({ sightings: [given, sighting({ carrier: 'body', locator: 'refresh_token' })] }),
    ),
  },
  unknown: {
    'a refresh token of a page whose storage nobody looked at': refresh({ sightings: [given] }),
    'a refresh token, where the storage of another site was looked at': {
      credentials: [refresh({ sightings: [given] })],
      storageSites: ['https://other.example'],
    },
    'one in a cookie of which nobody knows whether scripts read it': {
      ...cookie({ role: 'refresh-token' }),
      attributes: {},
    },
  },
  doesNotApply: {
    'one in a cookie that scripts can read, which is a matter of its own': cookie({
      role: 'remember-me',
      attributes: { httpOnly: false },
    }),
    'a refresh token that came with a guest’s token': besideToken({ provider_id: 'anonymous' }),
    'an access token, which has rules of its own': jwt({}, stored('localStorage')),
    'a preference': credential({ role: 'preference', ...stored('localStorage') }),
  },
});
