import { cookiePrefixAvailable } from '../../../../src/engine/rules/cookie/cookie-prefix-available.js';
import { cookie, cookieHeaderOnly, exchange, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const at = (url: string) => ({
  ref: exchange({ id: 'e2', url }),
  at: T0,
  carried: [],
  set: [],
  count: 1,
});

testRule(cookiePrefixAvailable, {
  flags: {
    'a session of one host': ['info', cookie({ name: 'sid' })],
    'a session of a host that has neighbours': [
      'low',
      { credentials: [cookie({ name: 'sid' })], exchanges: [at('https://blog.shop.example/')] },
    ],
    'a session known by its name alone, beside neighbours': [
      'info',
      {
        credentials: [cookie({ name: 'sid', confidence: 0.45 })],
        exchanges: [at('https://blog.shop.example/')],
      },
    ],
    'a session for several hosts, which can promise https': [
      'info',
      cookie({ name: 'sid', attributes: { hostOnly: false } }),
    ],
    'a refresh token for one path, which can promise https': [
      'info',
      cookie({ name: 'rt', role: 'refresh-token', attributes: { path: '/refresh' } }),
    ],
  },
  passes: {
    'a name with __Host-': cookie(),
    'a name with __Secure-': cookie({ name: '__Secure-sid', attributes: { hostOnly: false } }),
    'a name with __host- in small letters': cookie({ name: '__host-sid' }),
  },
  doesNotApply: {
    'a session without Secure, of which another rule speaks': cookie({
      name: 'sid',
      attributes: { secure: false },
    }),
    'a session on this machine': cookie({ name: 'sid', local: true }),
    'a session of a site without https': cookie({ name: 'sid', site: 'http://shop.example' }),
    'a session that was cleared': cookie({ name: 'sid', cookie: { clearedAt: T0 } }),
    'a preference': cookie({ name: 'theme', role: 'preference' }),
  },
  unknown: { 'a cookie whose attributes are unknown': cookieHeaderOnly() },
});
