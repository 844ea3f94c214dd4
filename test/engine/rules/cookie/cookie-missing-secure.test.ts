import { cookieMissingSecure } from '../../../../src/engine/rules/cookie/cookie-missing-secure.js';
import { cookie, cookieHeaderOnly, sighting, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const insecure = { secure: false };

testRule(cookieMissingSecure, {
  flags: {
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
  },
  passes: {
    'a Secure session': cookie(),
    'a CSRF token': cookie({ role: 'csrf', attributes: insecure }),
    'a preference': cookie({ role: 'preference', attributes: insecure }),
    'a cookie whose attributes are unknown': cookieHeaderOnly(),
    'a cookie that was deleted': cookie({ attributes: insecure, cookie: { clearedAt: T0 } }),
  },
});
