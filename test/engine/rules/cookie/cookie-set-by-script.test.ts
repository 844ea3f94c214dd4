import { cookieSetByScript } from '../../../../src/engine/rules/cookie/cookie-set-by-script.js';
import type { LoggedExchange } from '../../../../src/engine/trail/exchange-log.js';
import {
  cookie,
  cookieHeaderOnly,
  credential,
  exchange,
  sighting,
  SECONDS,
  T0,
} from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const later = { firstAt: T0 + 9 * SECONDS, lastAt: T0 + 9 * SECONDS };
const asCookie = sighting({ carrier: 'cookie', locator: 'sid', ...later });
const inBody = sighting({ carrier: 'body', locator: '/token', direction: 'received' });
const inStorage = sighting({ carrier: 'localStorage', locator: 'token', direction: 'stored' });
const sent = cookieHeaderOnly({ sightings: [asCookie] });
const lines = cookie({ id: 'c2', identity: 'identity-2', name: 'theme', role: 'preference' });
const page = (id: string, at: number, carried: string[]): LoggedExchange => ({
  ref: exchange({ id }),
  at,
  pageSite: 'https://shop.example',
  carried,
  set: [],
  count: 1,
  facts: {
    type: 'document',
    outcome: 'ok',
    stateChanging: false,
    ambient: ['cookie'],
    csrfProof: [],
    cacheable: 'unknown',
    cors: 'none',
    hsts: 'none',
  },
});

testRule(cookieSetByScript, {
  flags: {
    'a token that came in the answer of the login': [
      'low',
      { credentials: [cookieHeaderOnly({ sightings: [inBody, asCookie] }), lines] },
    ],
    'one like it, in a browser whose jar was read': [
      'low',
      cookieHeaderOnly({
        sightings: [inBody, asCookie, sighting({ ...asCookie, direction: 'stored' })],
      }),
    ],
    'a token that lay in web storage before': [
      'low',
      { credentials: [cookieHeaderOnly({ sightings: [inStorage, asCookie] }), lines] },
    ],
    'a token that another place was given first': [
      'low',
      {
        credentials: [
          sent,
          credential({
            id: 'c3',
            role: 'other',
            sightings: [inBody],
            value: sent.value,
            kind: 'field',
          }),
          lines,
        ],
      },
    ],
    'one that came up between two visits of a page': [
      'low',
      {
        credentials: [sent, lines],
        exchanges: [page('e1', T0, ['c2']), page('e2', T0 + 9 * SECONDS, ['c1', 'c2'])],
      },
    ],
  },
  passes: {
    'a session that an answer set': cookie(),
    'a session of the jar that scripts cannot read': cookie({ cookie: { setBy: undefined } }),
    'a token of an answer that also gives it in the body': cookie({
      sightings: [inBody, asCookie],
    }),
  },
  doesNotApply: {
    'a preference': cookieHeaderOnly({ role: 'preference', sightings: [inBody, asCookie] }),
  },
  unknown: {
    'a session that was there from the beginning': sent,
    'a recording in which no answer sets anything': {
      credentials: [sent],
      exchanges: [page('e1', T0, ['c9']), page('e2', T0 + 9 * SECONDS, ['c1'])],
    },
    'a token that came in a body after it was a cookie': cookieHeaderOnly({
      sightings: [
        sighting({ ...inBody, firstAt: T0 + 20 * SECONDS }),
        asCookie,
        sighting({ ...asCookie, direction: 'stored' }),
      ],
    }),
    'a token of an answer, in a recording without lines that set cookies': cookieHeaderOnly({
      sightings: [inBody, asCookie],
    }),
    'a token of web storage, in such a recording': cookieHeaderOnly({
      sightings: [inStorage, asCookie],
    }),
  },
});
