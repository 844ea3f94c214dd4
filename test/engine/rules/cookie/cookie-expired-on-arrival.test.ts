import { cookieExpiredOnArrival } from '../../../../src/engine/rules/cookie/cookie-expired-on-arrival.js';
import { cookie, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const expired = { expiredOnArrival: true, askedExpiresAt: T0 - 1 };

testRule(cookieExpiredOnArrival, {
  flags: {
    'a session with a value': ['low', cookie({ cookie: expired })],
    'a preference, as information': ['info', cookie({ role: 'preference', cookie: expired })],
  },
  passes: {
    'a cookie that lives': cookie(),
    'a deletion with an empty value': cookie({ value: '', cookie: expired }),
    'a deletion as PHP writes it': cookie({ value: 'deleted', cookie: expired }),
    'a deletion of what was there': cookie({ cookie: { clearedAt: T0, askedExpiresAt: T0 - 1 } }),
  },
});
