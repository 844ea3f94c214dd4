import type { LoggedExchange } from '../../../../src/engine/trail/exchange-log.js';
import type { Credential } from '../../../../src/engine/model.js';
import { refreshTokenNotRotated } from '../../../../src/engine/rules/token/refresh-token-not-rotated.js';
import { cookie, credential, exchange, jwt, sighting, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const refresh = (more: Partial<Credential> = {}) =>
  credential({ role: 'refresh-token', carrier: 'body', name: '/refresh_token', ...more });
const access = jwt({}, { id: 'c2' });
const URL = 'https://login.shop.example/token';
const SITE = 'https://shop.example';
const use = (n: number, set: string[] = ['c2']): LoggedExchange => ({
  ref: exchange({ id: `e${n}`, method: 'POST', url: URL }),
  at: T0 + n,
  carried: ['c1'],
  set,
  count: 1,
});
const visit = (
  token: Credential,
  exchanges: LoggedExchange[],
  others: Credential[] = [access],
) => ({
  credentials: [token, ...others],
  exchanges,
});
const used = (times: number) => Array.from({ length: times }, (_, n) => use(n));
/** Another login gives the cookie another value. */
const login = (n: number): LoggedExchange => ({ ...use(n, ['c1', 'c2']), carried: [] });
const bound = jwt({ claims: { cnf: { jkt: 'x' } } }, { id: 'c2' });

// Two that give each other: every credential of a case is asked about.
const OTHER = refresh({ id: 'c2' });
const both = (n: number, set = ['c1', 'c2']) => ({ ...use(n, set), carried: ['c1', 'c2'] });

testRule(refreshTokenNotRotated, {
  flags: {
    'one that worked twice': ['medium', visit(refresh(), used(2))],
    'one that the answer gave once more': [
      'medium',
      visit(refresh(), [use(1, ['c2', 'c1']), use(2, ['c2', 'c1'])]),
    ],
    'one in a cookie that scripts cannot read': [
      'low',
      visit(cookie({ role: 'refresh-token' }), used(3)),
    ],
    'one in a cookie that worked twice, until another login gave another one': [
      'low',
      visit(cookie({ role: 'refresh-token', valueCount: 2 }), [...used(2), login(3), use(4)]),
    ],
    'one in a cookie that only another login replaced, which it went with': [
      'low',
      {
        ...visit(cookie({ role: 'refresh-token', valueCount: 2 }), [
          ...used(2),
          { ...login(3), carried: ['c1'] },
        ]),
        moments: [{ type: 'login', at: T0 + 3, site: SITE, exchange: use(3).ref }],
      },
    ],
    'what only its name makes one': ['low', visit(refresh({ confidence: 0.4 }), used(2))],
  },
  passes: {
    'one that each use replaced': visit(refresh({ valueCount: 3 }), used(2)),
    'one that was used twice at once, and replaced': visit(refresh({ valueCount: 2 }), used(2)),
    'one in a cookie that each use replaced': visit(
      cookie({ role: 'refresh-token', valueCount: 4 }),
      [use(1, ['c1', 'c2']), use(2, ['c1', 'c2']), use(3, ['c1', 'c2'])],
    ),
  },
  doesNotApply: {
    'one of a guest': visit(
      refresh(),
      [use(1, ['c1', 'c2']), use(2, ['c1', 'c2'])],
      [jwt({ claims: { is_anonymous: true } }, { id: 'c2' })],
    ),
    'one that works with a key of the browser alone': visit(refresh(), used(2), [bound]),
    'an access token': visit(access, used(2), []),
    'one that was never used': visit(refresh(), [], []),
    'a cookie that went along with pages': visit(
      cookie({ role: 'refresh-token', sightings: [sighting({ carrier: 'cookie', count: 9 })] }),
      [{ ...use(1, []), count: 9 }],
    ),
    'one whose answers were not seen': visit(refresh(), [use(1, []), use(2, [])]),
  },
  unknown: {
    'one in a cookie that an answer replaced whose headers were not seen': visit(
      cookie({ role: 'refresh-token', valueCount: 2 }),
      [{ ...login(0), carried: ['c2'] }, use(1), use(2)],
      [OTHER],
    ),
    'one in a cookie that was used once after each login': visit(
      cookie({ role: 'refresh-token', valueCount: 2 }),
      [{ ...login(0), carried: ['c2'] }, use(1), login(2), use(3)],
      [OTHER],
    ),
    'one that was used once': visit(refresh(), [both(1)], [OTHER]),
    'one that the server refused the second time': visit(
      refresh(),
      [both(1), both(2, [])],
      [OTHER],
    ),
  },
});
