import { cookieMissingSamesite } from '../../../../src/engine/rules/cookie/cookie-missing-samesite.js';
import { cookie, cookieHeaderOnly, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const unset = { sameSite: 'unset' } as const;

testRule(cookieMissingSamesite, {
  flags: {
    'a session': ['medium', cookie({ attributes: unset })],
    'a remember-me token': ['medium', cookie({ role: 'remember-me', attributes: unset })],
    'a cookie that was deleted': [
      'medium',
      cookie({ attributes: unset, cookie: { clearedAt: T0 } }),
    ],
  },
  passes: {
    'a Lax session': cookie(),
    'a Strict session': cookie({ attributes: { sameSite: 'strict' } }),
    'a session that asks for None': cookie({ attributes: { sameSite: 'none' } }),
  },
  doesNotApply: {
    'a preference': cookie({ role: 'preference', attributes: unset }),
  },
  unknown: {
    'a cookie whose attributes are unknown': cookieHeaderOnly(),
  },
});
