import { expect, it } from 'vitest';
import { Known } from '../../../../src/engine/known.js';
import { sessionIdInUrl } from '../../../../src/engine/rules/session/session-id-in-url.js';
import {
  cookie,
  credential,
  exchange,
  HOURS,
  SECONDS,
  sighting,
  T0,
} from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const inUrl = (
  locator: string,
  url = `https://shop.example/;${locator}=x`,
  lastAt = T0 + SECONDS,
) => ({
  sightings: [sighting({ carrier: 'url', locator, lastAt, lastExchange: exchange({ url }) })],
});
const login = {
  type: 'login',
  at: T0 + HOURS,
  site: 'https://shop.example',
  exchange: exchange({ id: 'e2' }),
} as const;
const before = credential(inUrl('sid'));
const given = cookie({ id: 'c3', valueCount: 2, behaviour: { issuedAtLogin: login.exchange } });

const toldId = credential({
  sightings: [
    sighting({ carrier: 'body', direction: 'received', locator: '/created_session_id' }),
    sighting({ carrier: 'url', locator: 'path', lastExchange: exchange() }),
  ],
});
const unused = cookie({
  id: 'c4',
  sightings: [sighting({ carrier: 'cookie', direction: 'received' })],
});

testRule(sessionIdInUrl, {
  flags: {
    'an id of an answer in a path, where nothing else may say who asks': ['high', toldId],
    'a Servlet session': ['high', credential(inUrl('jsessionid'))],
    'a PHP session': ['high', credential(inUrl('PHPSESSID'))],
    'a session that is called sid': ['high', credential(inUrl('sid'))],
    'a session that opens a socket': [
      'medium',
      cookie(inUrl('token', 'wss://shop.example/exec?token=x')),
    ],
    'a session that opens a socket which begins by polling': [
      'medium',
      credential(inUrl('sid', 'https://shop.example/socket.io/?sid=x&transport=polling')),
    ],
    'a session that opens a socket and a page': [
      'high',
      credential({
        sightings: [
          ...inUrl('token', 'wss://shop.example/exec?token=x').sightings,
          ...inUrl('token', 'https://shop.example/export?token=x').sightings,
        ],
      }),
    ],
    'an id that the login replaced': ['low', { credentials: [before, given], moments: [login] }],
    'an id of the same cookie that the login replaced': [
      'low',
      { credentials: [{ ...given, ...inUrl('jsessionid') }], moments: [login] },
    ],
    'an id that stood in a URL after the login as well': [
      'high',
      {
        credentials: [given, credential({ id: 'c2', ...inUrl('sid', undefined, login.at + 1) })],
        moments: [login],
      },
    ],
    'an id that the login left alone': [
      'high',
      { credentials: [credential(inUrl('sid'))], moments: [login] },
    ],
  },
  passes: {
    'a session in a cookie': cookie(),
    'a session in a header': credential({ sightings: [sighting()] }),
    'a session that only storage holds': credential({
      sightings: [sighting({ direction: 'stored', carrier: 'sessionStorage' })],
    }),
  },
  doesNotApply: {
    'an access token, which has its own rule': credential({
      role: 'access-token',
      ...inUrl('token'),
    }),
    'a business number': credential({ role: 'other', ...inUrl('businessId') }),
  },
});

it('cannot know of such an id where the cookie of the login was never seen sent', () => {
  const known = new Known({ now: T0, credentials: [toldId, unused] });
  expect(sessionIdInUrl.check(toldId, known)).toBe('unknown');
});
