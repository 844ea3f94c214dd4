import { cookieHeaderBudget } from '../../../../src/engine/rules/cookie/cookie-header-budget.js';
import type { LoggedExchange } from '../../../../src/engine/trail/exchange-log.js';
import { cookie, exchange, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const sent = (
  cookieBytes: number,
  { status = 200, host = 'shop.example' } = {},
): LoggedExchange => ({
  ref: exchange({ id: `${host} ${cookieBytes}`, url: `https://${host}/`, status }),
  at: T0,
  pageSite: 'https://shop.example',
  carried: ['c1'],
  set: [],
  count: 1,
  facts: {
    type: 'document',
    outcome: status < 400 ? 'ok' : 'error',
    stateChanging: false,
    ambient: ['cookie'],
    csrfProof: [],
    cacheable: 'unknown',
    cors: 'none',
    hsts: 'none',
    ...(cookieBytes > 0 && { cookieBytes }),
  },
});
const seen = (...exchanges: LoggedExchange[]) => ({ credentials: [cookie()], exchanges });

testRule(cookieHeaderBudget, {
  flags: {
    'more than most servers take, and a refusal': ['medium', seen(sent(8_704, { status: 431 }))],
    'a refusal beside a larger request that went well': [
      'medium',
      seen(sent(9_216), sent(8_704, { status: 400 })),
    ],
    'more than most servers take': ['low', seen(sent(9_216))],
    'three quarters of it, as information': ['info', seen(sent(6_656))],
    'less than usual, where a smaller limit was chosen': [
      'low',
      { ...seen(sent(4_608)), settings: { thresholds: { cookieHeader: 4_096 } } },
    ],
  },
  passes: {
    'a request with few cookies': seen(sent(512)),
    'five kilobytes': seen(sent(5_120)),
    'a small request that was refused for another reason': seen(sent(1_024, { status: 400 })),
    'heavy cookies of another site': seen(sent(512), sent(9_216, { host: 'ads.example' })),
  },
  doesNotApply: {
    'a site whose requests had no cookies worth counting': seen(sent(0)),
    'a site of which no request was seen': seen(),
  },
});
