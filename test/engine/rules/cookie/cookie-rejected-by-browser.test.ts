import { cookieRejectedByBrowser } from '../../../../src/engine/rules/cookie/cookie-rejected-by-browser.js';
import type { CookieRejection } from '../../../../src/engine/model.js';
import {
  cookie,
  cookieHeaderOnly,
  exchange,
  SECONDS,
  sighting,
  T0,
} from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const refused = (reason: CookieRejection) => ({
  cookie: { rejected: { reason, text: { key: 'rejected', english: 'refused', values: {} } } },
});
const inJar = (seconds: number) =>
  sighting({
    carrier: 'cookie',
    direction: 'stored',
    firstAt: T0 + seconds * SECONDS,
    lastAt: T0 + seconds * SECONDS,
  });
const neighbour = (seconds: number) =>
  cookie({
    id: 'c2',
    identity: 'two',
    name: 'theme',
    role: 'preference',
    sightings: [inJar(seconds)],
  });

testRule(cookieRejectedByBrowser, {
  flags: {
    'a Secure session set over plain http': ['medium', cookie(refused('secure-over-http'))],
    'a session with a control character': ['medium', cookie(refused('syntax'))],
    'a preference with a control character': [
      'low',
      cookie({ role: 'preference', ...refused('syntax') }),
    ],
    'a Lax session set inside another site': ['medium', cookie(refused('cross-site'))],
    'a session of a login that then does not hold': [
      'medium',
      {
        credentials: [cookie(refused('secure-over-http'))],
        moments: [{ type: 'login', at: T0, site: 'https://shop.example', exchange: exchange() }],
      },
    ],
    'plain http over a Secure session': ['low', cookie(refused('overwrite-secure'))],
    'a session of which one line was refused': [
      'low',
      cookie({ life: [{ type: 'rejected', reason: 'syntax', at: T0, lastAt: T0, count: 1 }] }),
    ],
    'a session that the jar does not have afterwards': [
      'low',
      { credentials: [cookie(), neighbour(60)] },
    ],
  },
  passes: {
    'a session that the jar has': {
      credentials: [cookie({ sightings: [inJar(60)] }), neighbour(60)],
    },
    'a session that was sent, and is gone from the jar': {
      credentials: [cookie({ sightings: [sighting({ carrier: 'cookie' })] }), neighbour(60)],
    },
    'a jar that was read in the same moment': { credentials: [cookie(), neighbour(1)] },
    'a session of which no jar was read': cookie(),
    'a preference that the jar does not have': {
      credentials: [cookie({ role: 'preference' }), neighbour(60)],
    },
  },
  doesNotApply: {
    'a cookie whose refusal another rule names': cookie(refused('too-large')),
    'an embedded tracker, whose cookie is refused as usual': cookie({
      role: 'tracking',
      ...refused('cross-site'),
    }),
    'a cookie never seen being set': cookieHeaderOnly(),
  },
});
