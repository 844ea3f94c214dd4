import { cookieSamesiteNoneInsecure } from '../../../../src/engine/rules/cookie/cookie-samesite-none-insecure.js';
import { cookie } from '../../../support/credential.js';
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
    'a cookie with None and Secure': cookie({ attributes: { sameSite: 'none' } }),
    'a cookie refused for another reason': cookie({
      cookie: { rejected: { reason: 'prefix', text } },
    }),
  },
});
