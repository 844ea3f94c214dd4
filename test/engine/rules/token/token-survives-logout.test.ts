import type { Behaviour, Credential } from '../../../../src/engine/model.js';
import type { Moment } from '../../../../src/engine/moments/moment.js';
import { tokenSurvivesLogout } from '../../../../src/engine/rules/token/token-survives-logout.js';
import { cookie, credential, exchange, HOURS, jwt, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const api = exchange({ id: 'e8', url: 'https://shop.example/api/orders' });
const logout: Moment = {
  type: 'logout',
  at: T0,
  site: 'https://shop.example',
  exchange: exchange({ id: 'e7', method: 'POST', url: 'https://shop.example/logout' }),
};
const after = (
  afterLogout: Behaviour['afterLogout'],
  overrides: Partial<Credential> = { role: 'access-token' },
) => ({
  credentials: [credential({ ...overrides, behaviour: afterLogout ? { afterLogout } : {} })],
  moments: [logout],
});
const short = {
  role: 'access-token',
  firstSeen: T0,
  expiresAt: T0 + HOURS,
  expires: 'at',
} as const;

testRule(tokenSurvivesLogout, {
  flags: {
    'an access token that opens what needs a login': ['high', after({ accepted: api })],
    'an access token that lives an hour': ['medium', after({ accepted: api }, short)],
    'a refresh token that gives new tokens': [
      'high',
      after({ accepted: api }, { ...short, role: 'refresh-token' }),
    ],
    'a success of which nobody knows whether it needs a login': ['low', after({ answered: api })],
    'a token that only its name tells': [
      'low',
      after({ accepted: api }, { role: 'access-token', confidence: 0.4 }),
    ],
  },
  passes: {
    'an access token that is refused': after({ refused: api }),
    'a refresh token that is refused': after({ refused: api }, { role: 'refresh-token' }),
    'one that is refused where it matters': after({ refused: api, answered: api }),
  },
  doesNotApply: {
    'a token of which no logout was seen': jwt(),
    'an ID token, which a logout carries on purpose': after(
      { answered: api },
      { role: 'id-token' },
    ),
    'a session, which has its own rule': after({ accepted: api }, { role: 'session' }),
  },
  unknown: {
    'a token that was not sent again': after(undefined),
    'a token in a cookie, which public pages get as well': {
      credentials: [
        cookie({ role: 'access-token', behaviour: { afterLogout: { answered: api } } }),
      ],
      moments: [logout],
    },
  },
});
