import { cookieThirdPartyUnpartitioned } from '../../../../src/engine/rules/cookie/cookie-third-party-unpartitioned.js';
import { cookie, cookieHeaderOnly, sighting } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const none = { sameSite: 'none' } as const;
const on = (pageSite: string) => [
  sighting({ carrier: 'cookie', locator: 'sid', origin: 'https://shop.example', pageSite }),
];
const embedded = on('https://news.example');

testRule(cookieThirdPartyUnpartitioned, {
  flags: {
    'a session seen on pages of other sites alone': [
      'low',
      cookie({ attributes: none, sightings: embedded }),
    ],
    'a session of a site with embedded parts, as information': [
      'info',
      cookie({ attributes: none, sightings: embedded, behaviour: { sentFirstParty: true } }),
    ],
    'a CSRF token of an embedded form': [
      'low',
      cookie({ role: 'csrf', attributes: none, sightings: embedded }),
    ],
  },
  passes: {
    'a partitioned session': cookie({
      attributes: { ...none, partitioned: true },
      sightings: embedded,
    }),
    'a partitioned CSRF token': cookie({
      role: 'csrf',
      attributes: { ...none, partitioned: true },
      sightings: embedded,
    }),
    'a partitioned access token': cookie({
      role: 'access-token',
      attributes: { ...none, partitioned: true },
      sightings: embedded,
    }),
  },
  doesNotApply: {
    'a session on its own pages': cookie({ sightings: on('https://www.shop.example') }),
    'a page of the same site over http': cookie({ sightings: on('http://shop.example') }),
    'a tracker': cookie({ role: 'tracking', attributes: none, sightings: embedded }),
    'a request of no known page': cookie({ sightings: [sighting({ carrier: 'cookie' })] }),
  },
  unknown: {
    'a cookie whose attributes are unknown': cookieHeaderOnly({ sightings: embedded }),
  },
});
