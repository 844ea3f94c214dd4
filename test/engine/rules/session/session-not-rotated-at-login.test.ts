import { sessionNotRotatedAtLogin } from '../../../../src/engine/rules/session/session-not-rotated-at-login.js';
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
import {
  answered,
  AT,
  change,
  ended,
  kept,
  later,
  login,
  post,
  sent,
  shown,
  twins,
  visit,
  withLater,
} from '../../../support/kept-through-login.js';
import { testRule } from '../../../support/rule-cases.js';

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
