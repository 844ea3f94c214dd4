import { cookieExpiryConflict } from '../../../../src/engine/rules/cookie/cookie-expiry-conflict.js';
import { cookie, cookieHeaderOnly, DAYS, HOURS, SECONDS, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const ends = (age: number, date: number) => ({
  written: [
    ['Max-Age', String(age / SECONDS)],
    ['Expires', new Date(T0 + date).toUTCString()],
  ] as const,
});

testRule(cookieExpiryConflict, {
  flags: {
    'a session of an hour with a date in a month': [
      'low',
      cookie({ cookie: ends(HOURS, 30 * DAYS) }),
    ],
    'a session with a date in the past': ['low', cookie({ cookie: ends(HOURS, -DAYS) })],
    'a date in another time zone': ['low', cookie({ cookie: ends(HOURS, 9 * HOURS) })],
    'a preference, as information': [
      'info',
      cookie({ role: 'preference', cookie: ends(DAYS, 30 * DAYS) }),
    ],
  },
  passes: {
    'the same end twice': cookie({ cookie: ends(HOURS, HOURS) }),
    'a server whose clock is ten minutes slow': cookie({
      cookie: ends(HOURS, HOURS - 600 * SECONDS),
    }),
    'a year that is a day longer by its date': cookie({ cookie: ends(365 * DAYS, 366 * DAYS) }),
  },
  doesNotApply: {
    'Max-Age alone': cookie({ cookie: { written: [['Max-Age', '60']] } }),
    'a date that cannot be read, of which another rule speaks': cookie({
      cookie: {
        written: [
          ['Max-Age', '60'],
          ['Expires', 'tomorrow'],
        ],
      },
    }),
    'a cookie of the jar': cookie({ cookie: { setBy: undefined } }),
  },
  unknown: {
    'a session of which only the header was seen': cookieHeaderOnly(),
    'a line of which nobody knows when it came': cookie({
      cookie: { ...ends(HOURS, HOURS), setAt: 0 },
    }),
  },
});
