import type { LifeEvent } from '../../src/engine/model.js';
import type { Moment } from '../../src/engine/moments/moment.js';
import type { LoggedExchange } from '../../src/engine/trail/exchange-log.js';
import { responseFactsOf } from '../../src/engine/trail/response-facts.js';
import { cookie, exchange, HOURS, SECONDS, sighting, T0 } from './credential.js';

// Sessions that were sent before a login, and what became of them with it.

export const AT = T0 + HOURS;
export const post = exchange({
  id: 'e5',
  method: 'POST',
  url: 'https://shop.example/login',
  status: 303,
});
export const login: Moment = {
  type: 'login',
  at: AT,
  site: 'https://shop.example',
  exchange: post,
};
export const sent = (
  carried: string[],
  overrides: Partial<LoggedExchange> = {},
): LoggedExchange => ({
  ref: post,
  at: AT,
  carried,
  set: [],
  count: 1,
  ...overrides,
});
export const change = (type: LifeEvent['type'], at: number): LifeEvent => ({
  type,
  at,
  lastAt: at,
  count: 1,
});

export const answered = (status: number) =>
  responseFactsOf({
    id: 'e6',
    url: 'https://shop.example/account',
    method: 'GET',
    type: 'document',
    startedAt: AT,
    request: { headers: [] },
    response: { status, headers: [] },
  });

/** Sent before, with and after the login. */
export const kept = (overrides: Parameters<typeof cookie>[0] = {}) =>
  cookie({
    name: 'shop_session',
    behaviour: { usedAnonymously: true },
    sightings: [
      sighting({
        carrier: 'cookie',
        firstAt: T0,
        lastAt: AT + 60 * SECONDS,
        lastExchange: exchange({ id: 'e9' }),
      }),
    ],
    ...overrides,
  });
export const visit = (...credentials: ReturnType<typeof cookie>[]) => ({
  credentials,
  moments: [login],
  exchanges: [sent(credentials.map(({ id }) => id))],
});

/** Two cookies of one name, both of which went with the login. */
export const twins = (...paths: string[]) =>
  visit(...paths.map((path, n) => kept({ id: `c${n + 1}`, attributes: { path } })));

/** A session that the answer to a later request gave. */
export const later = (overrides: Parameters<typeof cookie>[0] = {}) =>
  cookie({
    id: 'c2',
    name: 'sid',
    firstSeen: AT + 2 * SECONDS,
    cookie: { setBy: exchange({ id: 'e7', status: 302 }), diagnoses: [] },
    ...overrides,
  });
export const ended = { behaviour: { clearedAtLogout: true } };
export const withLater = (...credentials: ReturnType<typeof cookie>[]) => ({
  ...visit(...credentials),
  exchanges: [sent(['c1'])],
});
/** The page to which the login led was shown before that. */
export const shown = (...credentials: ReturnType<typeof cookie>[]) => ({
  ...visit(...credentials),
  exchanges: [
    sent(['c1']),
    sent(['c1'], { ref: exchange({ id: 'e6' }), at: AT + SECONDS, facts: answered(200) }),
  ],
});
