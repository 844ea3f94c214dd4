import type { Behaviour } from '../../../../src/engine/model.js';
import type { Moment } from '../../../../src/engine/moments/moment.js';
import { sessionSurvivesLogout } from '../../../../src/engine/rules/session/session-survives-logout.js';
import { cookie, credential, exchange, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const page = exchange({ id: 'e8', url: 'https://shop.example/account' });
const logout: Moment = {
  type: 'logout',
  at: T0,
  site: 'https://shop.example',
  exchange: exchange({ id: 'e7', method: 'POST', url: 'https://shop.example/logout' }),
};
const after = (
  afterLogout: Behaviour['afterLogout'],
  overrides: Parameters<typeof cookie>[0] = {},
) => ({
  credentials: [cookie({ ...overrides, ...(afterLogout ? { behaviour: { afterLogout } } : {}) })],
  moments: [logout],
});

testRule(sessionSurvivesLogout, {
  flags: {
    'an id that opens the account after the logout': ['high', after({ accepted: page })],
    'one that was refused in one place and accepted in another': [
      'high',
      after({ accepted: page, refused: page }),
    ],
    'an id in a header': [
      'high',
      {
        credentials: [credential({ behaviour: { afterLogout: { accepted: page } } })],
        moments: [logout],
      },
    ],
    'a session that little but its name tells': [
      'low',
      after({ accepted: page }, { confidence: 0.4 }),
    ],
  },
  passes: {
    'an id that is sent to log in after the logout': after({ refused: page }),
    'one that a public page answers and the account refuses': after({
      refused: page,
      answered: page,
    }),
    'an id in a header that is refused': {
      credentials: [credential({ behaviour: { afterLogout: { refused: page } } })],
      moments: [logout],
    },
  },
  doesNotApply: {
    'a session that nobody logged out of': { credentials: [cookie()] },
    'an access token, which has its own rule': {
      credentials: [credential({ role: 'access-token' })],
      moments: [logout],
    },
    'the logout of another site': {
      credentials: [cookie()],
      moments: [{ ...logout, site: 'https://other.example' }],
    },
  },
  unknown: {
    'a session that was not sent again': after(undefined),
    'a session that only a public page answered': after({ answered: page }),
  },
});
