import { cookieMissingSecure } from '../../../../src/engine/rules/cookie/cookie-missing-secure.js';
import { cookie, cookieHeaderOnly, sighting, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const insecure = { secure: false };
const sentTo = (origin: string) => sighting({ carrier: 'cookie', locator: 'sid', origin });

testRule(cookieMissingSecure, {
  flags: {
    'a session of which only the Cookie header on plain http was seen': [
      'high',
      cookieHeaderOnly({ sightings: [sentTo('http://shop.example')] }),
    ],
    'a session': ['high', cookie({ attributes: insecure })],
    'a session on a plain-http site': [
      'high',
      cookie({
        site: 'http://shop.example',
        attributes: insecure,
        cookie: { setOver: 'http' },
        sightings: [sighting({ carrier: 'cookie', locator: 'sid', origin: 'http://shop.example' })],
      }),
    ],
    'an ID token less badly': ['medium', cookie({ role: 'id-token', attributes: insecure })],
    'a session on localhost as information': [
      'info',
      cookie({ local: true, attributes: insecure }),
    ],
    'a cookie that was deleted': [
      'high',
      cookie({ attributes: insecure, cookie: { clearedAt: T0 } }),
    ],
  },
  passes: {
    'a Secure session on localhost': cookie({ local: true }),
    'a session that a logout cleared': cookie({ cookie: { clearedAt: T0 } }),
    'a Secure session': cookie(),
  },
  doesNotApply: {
    'a cookie that the browser refused': cookie({
      attributes: insecure,
      cookie: { rejected: { reason: 'prefix', text: { key: 'k', english: 'e', values: {} } } },
    }),
    'a cookie that came expired': cookie({
      attributes: insecure,
      cookie: { expiredOnArrival: true },
    }),
    'a CSRF token': cookie({ role: 'csrf', attributes: insecure }),
    'a preference': cookie({ role: 'preference', attributes: insecure }),
  },
  unknown: {
    'a session that was seen going to localhost': cookieHeaderOnly({
      sightings: [sentTo('http://localhost:3000')],
    }),
    'a session that was seen going over https': cookieHeaderOnly({
      sightings: [sentTo('https://shop.example')],
    }),
    'a cookie whose attributes are unknown': cookieHeaderOnly(),
  },
});
