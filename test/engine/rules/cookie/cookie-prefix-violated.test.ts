import { cookiePrefixViolated } from '../../../../src/engine/rules/cookie/cookie-prefix-violated.js';
import { cookie } from '../../../support/credential.js';
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
    'a cookie that keeps the promise': cookie({ name: '__Host-sid' }),
    'a cookie refused for another reason': cookie({
      cookie: { rejected: { reason: 'too-large', text } },
    }),
  },
});
