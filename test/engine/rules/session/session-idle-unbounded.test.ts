import { sessionIdleUnbounded } from '../../../../src/engine/rules/session/session-idle-unbounded.js';
import { cookie, credential, DAYS, exchange, HOURS, jwt, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const idle = (away: number) => ({ behaviour: { idle: { away, exchange: exchange() } } });
const settings = (sessionIdle: number) => ({ thresholds: { sessionIdle } });

testRule(sessionIdleUnbounded, {
  flags: {
    'a session that is accepted after a weekend': ['low', cookie(idle(3 * DAYS))],
    'a session in a header': ['low', credential(idle(2 * DAYS))],
    'a session that is accepted after two hours, where one is the limit': [
      'low',
      { credentials: [cookie(idle(2 * HOURS))], settings: settings(3_600) },
    ],
  },
  passes: {
    'a cookie that ends after an hour unless it is set again': cookie({
      expires: 'at',
      expiresAt: T0 + HOURS,
    }),
    'a JWT that ends after five minutes': jwt({}, { role: 'session', expiresAt: T0 + 300_000 }),
    'a cookie of exactly a day': cookie({ expires: 'at', expiresAt: T0 + DAYS }),
  },
  doesNotApply: {
    'a cookie that remembers the user on purpose': cookie({ role: 'remember-me' }),
    'a cookie that the browser refused': cookie({
      cookie: { rejected: { reason: 'prefix', text: { key: 'k', english: 'no', values: {} } } },
    }),
  },
  unknown: {
    'a session that was in use all the time': cookie(),
    'a session that was idle for less than the limit': cookie(idle(20 * HOURS)),
    'a cookie that is kept for a month': cookie({ expires: 'at', expiresAt: T0 + 30 * DAYS }),
  },
});
