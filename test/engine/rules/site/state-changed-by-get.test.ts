import { stateChangedByGet } from '../../../../src/engine/rules/site/state-changed-by-get.js';
import type { Moment } from '../../../../src/engine/moments/moment.js';
import type { SameSite } from '../../../../src/engine/model.js';
import {
  cookie,
  cookieHeaderOnly,
  credential,
  exchange,
  SECONDS,
  T0,
} from '../../../support/credential.js';
import type { ExchangeSpec } from '../../../support/exchange.js';
import { flow, logged, step } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const SHOP = 'https://shop.example';
const session = (sameSite: SameSite = 'lax') =>
  cookie({
    attributes: { sameSite },
    behaviour: { clearedAtLogout: true },
    cookie: { clearedBy: exchange({ id: 'out' }) },
  });
const visit = (spec: Partial<ExchangeSpec> = {}, one = session(), set = ['c1']) => {
  const entry = logged(
    { id: 'out', url: `${SHOP}/logout`, sends: { cookie: 'sid=a' }, status: 302, ...spec },
    { carried: [one.id], set },
  );
  const logout: Moment = { type: 'logout', at: T0 + 5 * SECONDS, site: SHOP, exchange: entry.ref };
  return { credentials: [one], exchanges: [entry], moments: [logout] };
};
const once = visit();

testRule(stateChangedByGet, {
  flags: {
    'a link that logs out': ['info', visit()],
    'a cookie without SameSite': ['info', visit({}, session('unset'))],
    'a parameter that names the act': ['info', visit({ url: `${SHOP}/index.php?logout` })],
    'two logouts at one address': [
      'info',
      { ...once, moments: [...once.moments, { ...once.moments[0]!, at: T0 + 9 * SECONDS }] },
    ],
  },
  passes: {
    'a logout by POST': visit({ method: 'POST' }),
    'a link with a token against forgery': visit({ url: `${SHOP}/logout?_wpnonce=8c1f2e7a9b` }),
    'a link with a key under a name of its own': visit({ url: `${SHOP}/logout?k=8c1f2e7a9b` }),
    'SameSite=Strict': visit({}, session('strict')),
    'a script with a header that others cannot add': visit({
      type: 'fetch',
      sends: { cookie: 'sid=a', 'x-requested-with': 'XMLHttpRequest' },
    }),
  },
  doesNotApply: {
    'a logout that ended nothing that was seen': visit({}, session(), []),
    'a token that the page let go of': visit({}, credential({ role: 'access-token' })),
    'the logout of a protocol': {
      ...once,
      flows: [
        flow({ steps: [{ ...step('end-session-request'), exchange: once.exchanges[0]!.ref }] }),
      ],
    },
    'a login': { ...once, moments: [{ ...once.moments[0]!, type: 'login' }] },
  },
  unknown: {
    'a cookie whose SameSite was not seen': visit(
      {},
      cookieHeaderOnly({ behaviour: { clearedAtLogout: true } }),
    ),
  },
});
