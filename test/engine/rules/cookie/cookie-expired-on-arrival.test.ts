import { cookieExpiredOnArrival } from '../../../../src/engine/rules/cookie/cookie-expired-on-arrival.js';
import { cookie, cookieHeaderOnly, jwt, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const expired = { expiredOnArrival: true, askedExpiresAt: T0 - 1 };

testRule(cookieExpiredOnArrival, {
  flags: {
    'a remember-me token': ['low', cookie({ role: 'remember-me', cookie: expired })],
    'a session with a value': ['low', cookie({ cookie: expired })],
    'a preference, as information': ['info', cookie({ role: 'preference', cookie: expired })],
  },
  passes: {
    'a cookie that a logout cleared': cookie({ cookie: { clearedAt: T0 } }),
    'a cookie that lives': cookie(),
    'a deletion of what was there': cookie({ cookie: { clearedAt: T0, askedExpiresAt: T0 - 1 } }),
  },
  doesNotApply: {
    'a cookie of which only the Cookie header was seen': cookieHeaderOnly(),
    'a cookie that the browser refused': cookie({
      cookie: {
        ...expired,
        rejected: { reason: 'prefix', text: { key: 'k', english: 'e', values: {} } },
      },
    }),
    'a token': jwt(),
    'a deletion with an empty value': cookie({ value: '', cookie: expired }),
    'a deletion as PHP writes it': cookie({ value: 'deleted', cookie: expired }),
  },
});
