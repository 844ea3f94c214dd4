import type { LifeEvent } from '../../../../src/engine/model.js';
import type { Moment } from '../../../../src/engine/moments/moment.js';
import { sessionNotRotatedAtLogin } from '../../../../src/engine/rules/session/session-not-rotated-at-login.js';
import type { LoggedExchange } from '../../../../src/engine/trail/exchange-log.js';
import { responseFactsOf } from '../../../../src/engine/trail/response-facts.js';
import {
  cookie,
  credential,
  exchange,
  HOURS,
  jwt,
  SECONDS,
  sighting,
  T0,
} from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const AT = T0 + HOURS;
const post = exchange({ id: 'e5', method: 'POST', url: 'https://shop.example/login', status: 303 });
const login: Moment = { type: 'login', at: AT, site: 'https://shop.example', exchange: post };
const sent = (carried: string[], overrides: Partial<LoggedExchange> = {}): LoggedExchange => ({
  ref: post,
  at: AT,
  carried,
  set: [],
  count: 1,
  ...overrides,
});
const change = (type: LifeEvent['type'], at: number): LifeEvent => ({
  type,
  at,
  lastAt: at,
  count: 1,
});

const answered = (status: number) =>
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
const kept = (overrides: Parameters<typeof cookie>[0] = {}) =>
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
const visit = (...credentials: ReturnType<typeof cookie>[]) => ({
  credentials,
  moments: [login],
  exchanges: [sent(credentials.map(({ id }) => id))],
});

/** Two cookies of one name, both of which went with the login. */
const twins = (...paths: string[]) =>
  visit(...paths.map((path, n) => kept({ id: `c${n + 1}`, attributes: { path } })));

/** A session that the answer to a later request gave. */
const later = (overrides: Parameters<typeof cookie>[0] = {}) =>
  cookie({
    id: 'c2',
    name: 'sid',
    firstSeen: AT + 2 * SECONDS,
    cookie: { setBy: exchange({ id: 'e7', status: 302 }), diagnoses: [] },
    ...overrides,
  });
const ended = { behaviour: { clearedAtLogout: true } };
const withLater = (...credentials: ReturnType<typeof cookie>[]) => ({
  ...visit(...credentials),
  exchanges: [sent(['c1'])],
});
/** The page to which the login led was shown before that. */
const shown = (...credentials: ReturnType<typeof cookie>[]) => ({
  ...visit(...credentials),
  exchanges: [
    sent(['c1']),
    sent(['c1'], { ref: exchange({ id: 'e6' }), at: AT + SECONDS, facts: answered(200) }),
  ],
});

testRule(sessionNotRotatedAtLogin, {
  flags: {
    'the first of two cookies of one name': ['high', twins('/', '/')],
    'the one of the longer path, which comes first': ['high', twins('/', '/shop')],
    'a session that goes on with the same id': ['high', visit(kept())],
    'a session that the login sets once more with the same id': [
      'high',
      visit(kept({ behaviour: { usedAnonymously: true, issuedAtLogin: post } })),
    ],
    'one that the login sets once more, and that gets a token for itself later': [
      'high',
      visit(
        kept({ behaviour: { usedAnonymously: true, issuedAtLogin: post } }),
        jwt({}, { id: 'c2', firstSeen: AT + SECONDS, behaviour: { issuedAtLogin: post } }),
      ),
    ],
    'one beside a cookie that remembers the user': [
      'high',
      visit(
        kept(),
        cookie({ id: 'c2', name: 'keep', role: 'remember-me', behaviour: { issuedAtLogin: post } }),
      ),
    ],
    'a session that nobody can plant from elsewhere': [
      'medium',
      visit(kept({ name: '__Host-sid' })),
    ],
    'a session that little but its name tells': ['low', visit(kept({ confidence: 0.45 }))],
    'an id in a header that stays': [
      'high',
      visit(credential({ behaviour: { usedAnonymously: true }, sightings: kept().sightings })),
    ],
    'one of two that were left alone, which the logout ended': [
      'high',
      visit(
        kept({ behaviour: { usedAnonymously: true, clearedAtLogout: true } }),
        cookie({ id: 'c2', name: 'other_session' }),
      ),
    ],
    'one beside a session of an app that was opened after the login': [
      'high',
      shown(kept(), later()),
    ],
    'one beside a session that another host gave after the login': [
      'high',
      withLater(kept(), later({ host: 'app.shop.example', ...ended })),
    ],
    'one that the login sets once more, beside a session that came later': [
      'high',
      withLater(kept({ behaviour: { usedAnonymously: true, issuedAtLogin: post } }), later(ended)),
    ],
    'one that the logout ended, beside a session that came later and stayed': [
      'high',
      withLater(kept({ behaviour: { usedAnonymously: true, clearedAtLogout: true } }), later()),
    ],
    'one beside a cookie that remembers the user, given with the next step': [
      'high',
      withLater(kept(), later({ role: 'remember-me', ...ended })),
    ],
    'one beside a session that came an hour later': [
      'high',
      withLater(kept(), later({ firstSeen: AT + HOURS, ...ended })),
    ],
    'a session that gets another id an hour later only': [
      'high',
      {
        ...visit(kept({ life: [change('rotated', AT + HOURS)] })),
        exchanges: [
          sent(['c1']),
          sent(['c1'], {
            ref: exchange({ id: 'e6' }),
            at: AT + SECONDS,
            facts: answered(200),
          }),
        ],
      },
    ],
  },
  passes: {
    'a session that the login gave another id': visit(
      kept({
        behaviour: { usedAnonymously: true, issuedAtLogin: post },
        life: [change('rotated', AT)],
      }),
    ),
    'one of which an old value came back long after the login': visit(
      kept({
        value: 'ada|221d',
        pastValues: ['ada|221d'],
        life: [change('rotated', AT), change('rotated', AT + HOURS)],
      }),
    ),
    'a session that the page after the login gave another id': visit(
      kept({ life: [change('rotated', AT + SECONDS)] }),
    ),
    'a sealed session that every page writes anew': visit(
      kept({ life: [{ ...change('rotated', T0), lastAt: AT + 50 * SECONDS, count: 20 }] }),
    ),
  },
  doesNotApply: {
    'a session that no login was seen of': { credentials: [kept()] },
    'a session that the login gave': {
      ...visit(kept({ behaviour: { issuedAtLogin: post } })),
      exchanges: [sent([])],
    },
    'a session beside the token that the login gave': visit(
      kept(),
      jwt({}, { id: 'c2', firstSeen: AT, behaviour: { issuedAtLogin: post } }),
    ),
    'a session beside another one that the login gave': {
      ...visit(
        kept(),
        cookie({ id: 'c2', name: 'user_session', behaviour: { issuedAtLogin: post } }),
      ),
      exchanges: [sent(['c1'])],
    },
    'a session beside another one that a later step gave, and the logout ended': withLater(
      kept(),
      later(ended),
    ),
    'the same, after a page that asked for a code': shown(kept(), later(ended)),
    'a session of a site where nobody logged in': {
      credentials: [kept()],
      moments: [{ ...login, site: 'https://other.example' }],
    },
  },
  unknown: {
    'a session that the login gave a value that it had had before': visit(
      kept({ value: 'ada|221d', pastValues: ['', 'ada|221d'], life: [change('rotated', AT)] }),
    ),
    'a session that was not used after the login': visit(
      kept({ sightings: [sighting({ carrier: 'cookie', lastAt: AT, lastExchange: post })] }),
    ),
    'a session whose uses after it were all refused': visit(
      kept({
        sightings: [
          sighting({
            carrier: 'cookie',
            lastAt: AT + SECONDS,
            lastExchange: exchange({ id: 'e9', status: 401 }),
          }),
        ],
      }),
    ),
    'a session whose user was known before': visit(kept({ behaviour: {} })),
    'two sessions of which either may be the one': visit(
      kept(),
      kept({ id: 'c2', name: 'other_session' }),
    ),
  },
});
