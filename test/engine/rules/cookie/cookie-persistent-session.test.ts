import { cookiePersistentSession } from '../../../../src/engine/rules/cookie/cookie-persistent-session.js';
import { cookie, cookieHeaderOnly, DAYS, HOURS, T0, jwt } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const kept = (span: number) =>
  ({ attributes: { persistent: true }, expires: 'at', expiresAt: T0 + span }) as const;

testRule(cookiePersistentSession, {
  flags: {
    'a session kept for 30 days': ['medium', cookie(kept(30 * DAYS))],
    'a session kept for 7 days': ['medium', cookie(kept(7 * DAYS))],
    'a session kept for 7 days, by a date in whole seconds': [
      'medium',
      cookie(kept(7 * DAYS - 900)),
    ],
    'a session kept for a day, and told by a jar later': ['info', cookie(kept(DAYS + 900))],
    'a session kept for a day and a quarter': ['low', cookie(kept(1.25 * DAYS))],
    'a session kept for 2 days': ['low', cookie(kept(2 * DAYS))],
    'a session kept for half an hour, as information': ['info', cookie(kept(0.5 * HOURS))],
    'a session kept nobody knows how long': ['low', cookie({ attributes: { persistent: true } })],
    'a session that was deleted': [
      'medium',
      cookie({ ...kept(30 * DAYS), cookie: { clearedAt: T0 } }),
    ],
  },
  passes: {
    'a session of the jar that does': cookie({ cookie: { setBy: undefined, setAt: undefined } }),
    'a session that a logout cleared': cookie({ cookie: { clearedAt: T0 } }),
    'a session that ends with the browser session': cookie(),
  },
  doesNotApply: {
    'a remember-me token, which is meant to stay': cookie({
      role: 'remember-me',
      ...kept(30 * DAYS),
    }),
    'a guest’s token, which is nobody’s login': cookie({
      jwt: jwt({ claims: { anon: true } }).jwt!,
      ...kept(30 * DAYS),
    }),
    'a refresh token': cookie({ role: 'refresh-token', ...kept(30 * DAYS) }),
    'a preference': cookie({ role: 'preference', ...kept(365 * DAYS) }),
  },
  unknown: {
    'a cookie whose attributes are unknown': cookieHeaderOnly({ expiresAt: T0 + 30 * DAYS }),
  },
});
