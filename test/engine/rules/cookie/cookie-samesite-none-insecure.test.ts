import { cookieSamesiteNoneInsecure } from '../../../../src/engine/rules/cookie/cookie-samesite-none-insecure.js';
import { cookie, cookieHeaderOnly } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const text = { key: 'k', english: 'SameSite=None without Secure.', values: {} };
const refused = { rejected: { reason: 'samesite-none-insecure', text } } as const;

testRule(cookieSamesiteNoneInsecure, {
  flags: {
    'a session': ['medium', cookie({ cookie: refused })],
    'a CSRF token, without which forms fail': ['medium', cookie({ role: 'csrf', cookie: refused })],
    'a preference': ['low', cookie({ role: 'preference', cookie: refused })],
  },
  passes: {
    'a preference with None and Secure': cookie({
      role: 'preference',
      attributes: { sameSite: 'none' },
    }),
    'a partitioned cookie': cookie({ attributes: { sameSite: 'none', partitioned: true } }),
    'a cookie with None and Secure': cookie({ attributes: { sameSite: 'none' } }),
  },
  doesNotApply: {
    'a Lax cookie': cookie(),
    'a cookie whose attributes are unknown': cookieHeaderOnly(),
    'a cookie refused for another reason': cookie({
      cookie: { rejected: { reason: 'prefix', text } },
    }),
  },
});
