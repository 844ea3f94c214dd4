import { jwtOutlivesCookie } from '../../../../src/engine/rules/jwt/jwt-outlives-cookie.js';
import { inCookie } from '../../../support/jwt-cookie.js';
import { HOURS, jwt } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

testRule(jwtOutlivesCookie, {
  flags: {
    'a token of a week in a cookie of an hour': [
      'low',
      inCookie({ cookie: HOURS, jwt: 168 * HOURS }),
    ],
    'a token of a day in a cookie of half an hour': [
      'low',
      inCookie({ cookie: HOURS / 2, jwt: 24 * HOURS }),
    ],
    'a refresh token of a year in a cookie of a month': [
      'low',
      inCookie({ cookie: 720 * HOURS, jwt: 8760 * HOURS }, { role: 'refresh-token' }),
    ],
  },
  passes: {
    'a token that ends with its cookie': inCookie({ cookie: 8 * HOURS, jwt: 8 * HOURS }),
    'a token that ends a little later': inCookie({ cookie: 8 * HOURS, jwt: 9 * HOURS }),
    'a token of an hour in a cookie of a quarter': inCookie({ cookie: HOURS / 4, jwt: HOURS }),
    'a token that ends long before its cookie, which has its own rule': inCookie({
      cookie: 8760 * HOURS,
      jwt: HOURS,
    }),
    'a token of two years in a cookie that the browser caps': inCookie({
      cookie: 9600 * HOURS,
      asked: 17_520 * HOURS,
      jwt: 19_220 * HOURS,
    }),
  },
  doesNotApply: {
    'a cookie that ends with the browser session': inCookie({ jwt: 168 * HOURS }),
    'a cookie that holds several tokens': inCookie(
      { cookie: HOURS, jwt: 168 * HOURS },
      { value: JSON.stringify({ access_token: 'a', refresh_token: 'b' }) },
    ),
    'a token in storage': jwt(),
    'a token without exp, which has its own rule': inCookie({ cookie: HOURS }),
  },
  unknown: {
    'a cookie of which only the request was seen': inCookie(
      { jwt: 168 * HOURS },
      { expires: 'unknown' },
    ),
    'a cookie of which nobody knows when it was set': inCookie(
      { cookie: HOURS, jwt: 168 * HOURS },
      { cookie: { setAt: 0, diagnoses: [] } },
    ),
  },
});
