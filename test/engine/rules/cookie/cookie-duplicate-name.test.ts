import { cookieDuplicateName } from '../../../../src/engine/rules/cookie/cookie-duplicate-name.js';
import type { Credential } from '../../../../src/engine/model.js';
import { cookie, cookieHeaderOnly, exchange, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

type Overrides = Parameters<typeof cookie>[0];
const one = (more: Overrides = {}) => cookie({ name: 'sid', ...more });
const other = (more: Overrides = {}) =>
  one({ id: 'c2', identity: 'identity-2', value: 'zT4bN8kR7mW2xQ9v', ...more });
const wide = { hostOnly: false, domain: 'shop.example' };
const both = (...credentials: Credential[]) => ({ credentials });
const together = [{ ref: exchange(), at: T0, carried: ['c1', 'c2'], set: [], count: 1 }];

testRule(cookieDuplicateName, {
  flags: {
    'one for the host and one for all hosts': ['medium', both(one(), other({ attributes: wide }))],
    'the same with one value in both': [
      'low',
      both(one(), other({ attributes: wide, value: one().value })),
    ],
    'one for all pages and one for a part': [
      'low',
      both(one(), other({ attributes: { path: '/app' } })),
    ],
    'a session and a preference of its name': [
      'low',
      both(one(), other({ role: 'preference', attributes: { path: '/app' } })),
    ],
    'two that were sent in one request': [
      'low',
      {
        credentials: [
          cookieHeaderOnly({ name: 'sid' }),
          cookieHeaderOnly({ id: 'c2', identity: 'identity-2', name: 'sid', value: 'zT4bN8kR7' }),
        ],
        exchanges: together,
      },
    ],
    'one whose place is known, beside one that is only sent': [
      'low',
      {
        credentials: [
          one(),
          cookieHeaderOnly({ id: 'c2', identity: 'identity-2', name: 'sid', value: 'zT4bN8kR7' }),
        ],
        exchanges: together,
      },
    ],
  },
  passes: {
    'one session': one(),
    'two applications under two paths': both(
      one({ attributes: { path: '/app' } }),
      other({ attributes: { path: '/admin' } }),
    ),
    'paths that only begin with the same letters': both(
      one({ attributes: { path: '/app' } }),
      other({ attributes: { path: '/apple' } }),
    ),
    'two hosts with a cookie each': both(
      one(),
      other({ host: 'blog.shop.example', attributes: { domain: 'blog.shop.example' } }),
    ),
    'an old one that was deleted': both(
      one(),
      other({ attributes: wide, cookie: { clearedAt: T0 } }),
    ),
    'one of its own for pages of another site': both(
      one(),
      other({ attributes: { partitioned: true, sameSite: 'none' } }),
    ),
  },
  doesNotApply: {
    'two preferences': both(
      one({ role: 'preference' }),
      other({ role: 'preference', attributes: wide }),
    ),
    'a session that was cleared': one({ cookie: { clearedAt: T0 } }),
  },
  unknown: {
    'two of one host that were never seen together': both(
      cookieHeaderOnly({ name: 'sid' }),
      cookieHeaderOnly({ id: 'c2', identity: 'identity-2', name: 'sid', value: 'zT4bN8kR7' }),
    ),
  },
});
