import { cookieMissingHttponly } from '../../../../src/engine/rules/cookie/cookie-missing-httponly.js';
import { cookie, cookieHeaderOnly, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const readable = { httpOnly: false };

testRule(cookieMissingHttponly, {
  flags: {
    'a session': ['high', cookie({ attributes: readable })],
    'a refresh token': ['high', cookie({ role: 'refresh-token', attributes: readable })],
    'an ID token less badly': ['medium', cookie({ role: 'id-token', attributes: readable })],
    'a session that was deleted and set again': [
      'high',
      cookie({ attributes: readable, cookie: { clearedAt: T0 - 1, setAt: T0 } }),
    ],
    'a cookie that was deleted': [
      'high',
      cookie({ attributes: readable, cookie: { clearedAt: T0 } }),
    ],
  },
  passes: {
    'a session that a logout cleared': cookie({ cookie: { clearedAt: T0 } }),
    'an access token in a cookie': cookie({ role: 'access-token' }),
    'an HttpOnly session': cookie(),
  },
  doesNotApply: {
    'a double-submit CSRF token, which scripts must read': cookie({
      role: 'csrf',
      attributes: readable,
    }),
    'a theme preference': cookie({ role: 'preference', attributes: readable }),
    'a consent record': cookie({ role: 'consent', attributes: readable }),
    'a tracking id': cookie({ role: 'tracking', attributes: readable }),
    'a load-balancer cookie': cookie({ role: 'load-balancer', attributes: readable }),
    'a cookie that was never kept': cookie({
      attributes: readable,
      cookie: { expiredOnArrival: true },
    }),
    'a cookie that the browser refused': cookie({
      attributes: readable,
      cookie: {
        rejected: { reason: 'prefix', text: { key: 'k', english: 'Refused.', values: {} } },
      },
    }),
  },
  unknown: {
    'a cookie whose attributes are unknown': cookieHeaderOnly(),
  },
});
