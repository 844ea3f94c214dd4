import { cookiePrefixViolated } from '../../../../src/engine/rules/cookie/cookie-prefix-violated.js';
import { cookie, cookieHeaderOnly, jwt } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const text = { key: 'k', english: '__Host- with a Domain.', values: {} };
const refused = { rejected: { reason: 'prefix', text } } as const;

testRule(cookiePrefixViolated, {
  flags: {
    'a session': ['medium', cookie({ cookie: refused })],
    'an OAuth state, without which the callback fails': [
      'medium',
      cookie({ role: 'oauth-state', cookie: refused }),
    ],
    'a tracking id': ['low', cookie({ role: 'tracking', cookie: refused })],
  },
  passes: {
    'a __Secure- cookie that keeps it': cookie({ name: '__Secure-sid' }),
    'a cookie with a prefix in use': cookieHeaderOnly({ name: '__host-sid' }),
    'a cookie that keeps the promise': cookie({ name: '__Host-sid' }),
    'a cookie refused for another reason': cookie({
      cookie: { rejected: { reason: 'too-large', text } },
    }),
  },
  doesNotApply: {
    'a cookie without a prefix': cookie({ name: 'sid' }),
    'a token of such a name': jwt({}, { name: '__Host-sid' }),
  },
});
