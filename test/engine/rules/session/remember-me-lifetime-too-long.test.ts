import { rememberMeLifetimeTooLong } from '../../../../src/engine/rules/session/remember-me-lifetime-too-long.js';
import {
  cookie,
  cookieHeaderOnly,
  credential,
  DAYS,
  SECONDS,
  T0,
} from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const kept = (span: number) =>
  ({
    role: 'remember-me',
    attributes: { persistent: true },
    expires: 'at',
    expiresAt: T0 + span,
    cookie: { askedExpiresAt: T0 + span },
  }) as const;

testRule(rememberMeLifetimeTooLong, {
  flags: {
    'a cookie of half a year': ['low', cookie(kept(180 * DAYS))],
    'a cookie of a year': ['medium', cookie(kept(365 * DAYS))],
    'a cookie that asked for ten years': [
      'medium',
      cookie({ ...kept(400 * DAYS), cookie: { askedExpiresAt: T0 + 3_650 * DAYS } }),
    ],
    'a cookie of ten years, known by its name alone': [
      'low',
      cookie({ ...kept(3_650 * DAYS), confidence: 0.45 }),
    ],
    'a cookie of two months, where a month is the limit': [
      'low',
      {
        credentials: [cookie(kept(60 * DAYS))],
        settings: { thresholds: { rememberMeLifetime: (30 * DAYS) / SECONDS } },
      },
    ],
    'a stored token of a year': [
      'medium',
      credential({ role: 'remember-me', expires: 'at', expiresAt: T0 + 365 * DAYS }),
    ],
  },
  passes: {
    'a cookie of a month': cookie(kept(30 * DAYS)),
    'a cookie of exactly 90 days, by a date in whole seconds': cookie(kept(90 * DAYS + 900)),
    'a cookie that ends with the browser session': cookie({ role: 'remember-me' }),
  },
  doesNotApply: {
    'a session, of which another rule speaks': cookie({ ...kept(365 * DAYS), role: 'session' }),
    'a refused cookie': cookie({
      ...kept(365 * DAYS),
      cookie: { rejected: { reason: 'syntax', text: { key: 'k', english: '', values: {} } } },
    }),
  },
  unknown: {
    'a cookie whose end is unknown': cookieHeaderOnly({ role: 'remember-me' }),
  },
});
