import type { Credential, Sighting } from '../../../../src/engine/model.js';
import type { Moment } from '../../../../src/engine/moments/moment.js';
import { logoutKeepsStorage } from '../../../../src/engine/rules/session/logout-keeps-storage.js';
import {
  cookie,
  credential,
  exchange,
  HOURS,
  jwt,
  SECONDS,
  sighting,
  T0,
} from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const AT = T0 + HOURS;
const moment = (type: Moment['type'], at = AT): Moment => ({
  type,
  at,
  site: 'https://shop.example',
  exchange: exchange({ id: 'e7', method: 'POST', url: `https://shop.example/${type}` }),
});
const stored = (overrides: Partial<Sighting> = {}): Partial<Credential> => ({
  sightings: [
    sighting({
      carrier: 'localStorage',
      direction: 'stored',
      locator: 'auth/token',
      firstAt: T0,
      lastAt: AT + SECONDS,
      ...overrides,
    }),
  ],
});
const visit = (...credentials: Credential[]) => ({ credentials, moments: [moment('logout')] });
const token = (role: Credential['role'], overrides = stored()) =>
  credential({ role, ...overrides });
const remembered = (overrides: Parameters<typeof cookie>[0] = {}) =>
  cookie({
    name: 'keep',
    role: 'remember-me',
    sightings: [sighting({ carrier: 'cookie', lastAt: AT + SECONDS })],
    ...overrides,
  });

testRule(logoutKeepsStorage, {
  flags: {
    'an access token in localStorage': ['medium', visit(token('access-token'))],
    'a refresh token in IndexedDB': [
      'medium',
      visit(token('refresh-token', stored({ carrier: 'indexedDB' }))),
    ],
    'an ID token alone': ['low', visit(token('id-token'))],
    'a token that only its name tells': [
      'low',
      visit(credential({ role: 'access-token', confidence: 0.4, ...stored() })),
    ],
    'a cookie that remembers the user': ['medium', visit(remembered())],
    'a JWT in a cookie': [
      'medium',
      visit(
        cookie({
          format: 'jwt',
          sightings: [sighting({ carrier: 'cookie', lastAt: AT + SECONDS })],
        }),
      ),
    ],
    'a cookie that an earlier logout had deleted': [
      'medium',
      visit(
        remembered({
          life: [{ type: 'cleared', at: AT - HOURS, lastAt: AT - HOURS, count: 1 }],
          sightings: [sighting({ carrier: 'cookie', lastAt: AT + SECONDS })],
        }),
      ),
    ],
    'a token that only the next login replaced': [
      'medium',
      {
        credentials: [token('access-token', stored({ goneAt: AT + HOURS }))],
        moments: [moment('logout'), moment('login', AT + HOURS)],
      },
    ],
  },
  passes: {
    'a token that the page took away': visit(
      token('access-token', stored({ lastAt: AT - 1, goneAt: AT + SECONDS })),
    ),
    'a token that the page took away a moment later': visit(
      token('access-token', stored({ goneAt: AT + 2 * SECONDS })),
    ),
    'a cookie that the logout deleted': visit(
      remembered({ cookie: { clearedAt: AT, setAt: T0 }, behaviour: { clearedAtLogout: true } }),
    ),
    'a token that had expired before': visit(
      jwt({}, { expires: 'at', expiresAt: T0 + 300 * SECONDS, ...stored() }),
    ),
    'a token that the page took away, and that the next login brought back': {
      credentials: [token('access-token', stored({ lastAt: AT + HOURS, backAt: AT + HOURS }))],
      moments: [moment('logout'), moment('login', AT + HOURS)],
    },
  },
  doesNotApply: {
    'a token that the next login brought, of which the logout took nothing': visit(
      credential({ role: 'access-token', ...stored(), firstSeen: AT + 1 }),
    ),
    'a token that lay in no storage, where it was looked at': {
      ...visit(token('access-token', { sightings: [sighting()] })),
      storageSites: ['https://shop.example'],
    },
    'a site that nobody logged out of': { credentials: [token('access-token')] },
    'the id of a session, which the server has ended': visit(
      cookie({ sightings: [sighting({ carrier: 'cookie', lastAt: AT + SECONDS })] }),
    ),
    'the language of the user': visit(token('preference', stored())),
    'consent to cookies': visit(
      cookie(),
      cookie({ id: 'c2', role: 'consent', name: 'consent', format: 'jwt' }),
    ),
  },
  unknown: {
    'a token of a page whose storage nobody looked at': visit(
      token('access-token', { sightings: [sighting()] }),
    ),
    'a token that was taken away beside a session that stays': visit(
      token('access-token', stored({ lastAt: AT - 1, goneAt: AT + SECONDS })),
      cookie({ id: 'c2' }),
    ),
    'a cookie that has another value since, which nobody was seen to give': visit(
      remembered({
        cookie: { setBy: undefined, setAt: undefined },
        life: [{ type: 'rotated', at: AT + SECONDS, lastAt: AT + SECONDS, count: 1 }],
        sightings: [sighting({ carrier: 'cookie', lastAt: AT + SECONDS })],
      }),
    ),
    'a cookie that the logout deleted, and that was sent again all the same': visit(
      remembered({
        behaviour: { clearedAtLogout: true },
        life: [{ type: 'cleared', at: AT, lastAt: AT, count: 1 }],
        sightings: [sighting({ carrier: 'cookie', lastAt: AT + SECONDS })],
      }),
    ),
    'storage that nobody looked at again': visit(
      token('access-token', stored({ lastAt: AT - SECONDS })),
    ),
    'a cookie of a script, which the next login may have written': {
      credentials: [
        remembered({
          cookie: { setBy: undefined, setAt: undefined },
          sightings: [sighting({ carrier: 'cookie', lastAt: AT + 2 * HOURS })],
        }),
      ],
      moments: [moment('logout'), moment('login', AT + HOURS)],
    },
    'a cookie that nothing was sent with again': visit(
      remembered({ sightings: [sighting({ carrier: 'cookie', lastAt: AT })] }),
    ),
  },
});
