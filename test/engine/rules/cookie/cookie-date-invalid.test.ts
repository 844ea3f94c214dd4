import { cookieDateInvalid } from '../../../../src/engine/rules/cookie/cookie-date-invalid.js';
import { cookie, cookieHeaderOnly, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const bad = (attribute: 'expires' | 'max-age', value: string) => ({
  written: [[attribute, value]] as const,
  diagnoses: [
    {
      code: attribute === 'expires' ? 'date-invalid' : 'max-age-invalid',
      text: { key: 'k', english: 'ignored', values: {} },
    },
  ],
});

testRule(cookieDateInvalid, {
  flags: {
    'a session with a date in ISO form': [
      'low',
      cookie({ cookie: bad('expires', '2026-02-01T00:00:00Z') }),
    ],
    'a remember-me token with half a second': [
      'low',
      cookie({ role: 'remember-me', cookie: bad('max-age', '3600.5') }),
    ],
    'a preference with a date in ISO form, as information': [
      'info',
      cookie({ role: 'preference', cookie: bad('expires', '2026-02-01T00:00:00Z') }),
    ],
    'a session whose other end counts, as information': [
      'info',
      cookie({ cookie: { ...bad('expires', 'tomorrow'), askedExpiresAt: T0 + 60_000 } }),
    ],
    'a session with Expires=0, which ends as it was meant to, as information': [
      'info',
      cookie({ cookie: bad('expires', '0') }),
    ],
    'a session with Expires=Session, as information': [
      'info',
      cookie({ cookie: bad('expires', 'Session') }),
    ],
  },
  passes: {
    'a date': cookie({ cookie: { written: [['Expires', 'Wed, 21 Oct 2026 07:28:00 GMT']] } }),
    'an old date with dashes': cookie({
      cookie: { written: [['expires', 'Wed, 21-Oct-26 07:28:00 GMT']] },
    }),
    seconds: cookie({ cookie: { written: [['Max-Age', '3600']] } }),
  },
  doesNotApply: {
    'a cookie that ends with the browser session': cookie({ cookie: { written: [['Path', '/']] } }),
    'a cookie of the jar': cookie({ cookie: { setBy: undefined } }),
    'a cookie that arrived expired': cookie({ cookie: { expiredOnArrival: true } }),
  },
  unknown: { 'a session of which only the header was seen': cookieHeaderOnly() },
});
