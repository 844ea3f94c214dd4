import { cookieLifetimeOverCap } from '../../../../src/engine/rules/cookie/cookie-lifetime-over-cap.js';
import { cookie, cookieHeaderOnly, DAYS, HOURS, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const asked = (span: number) => ({ cookie: { setAt: T0, askedExpiresAt: T0 + span } });

testRule(cookieLifetimeOverCap, {
  flags: {
    'a session for ten years': ['medium', cookie(asked(3650 * DAYS))],
    'a remember-me token for two years': [
      'low',
      cookie({ role: 'remember-me', ...asked(730 * DAYS) }),
    ],
    'a tracking id for two years, as information': [
      'info',
      cookie({ role: 'tracking', ...asked(730 * DAYS) }),
    ],
  },
  passes: {
    'a year': cookie(asked(365 * DAYS)),
    'exactly the cap': cookie(asked(400 * DAYS)),
    'the cap by a clock that is ahead': cookie(asked(400 * DAYS + 2 * HOURS)),
    'a session cookie': cookie(),
  },
  doesNotApply: {
    'a cookie that the browser refused anyway': cookie({
      cookie: {
        askedExpiresAt: T0 + 3650 * DAYS,
        rejected: { reason: 'syntax', text: { key: 'k', english: 'Refused.', values: {} } },
      },
    }),
  },
  unknown: {
    'a cookie never seen being set': cookieHeaderOnly(),
  },
});
