import { tokenDuplicated } from '../../../../src/engine/rules/token/token-duplicated.js';
import { sitesUsing } from '../../../../src/engine/known-indexes.js';
import type { Credential, Sighting } from '../../../../src/engine/model.js';
import {
  cookie,
  cookieHeaderOnly,
  credential,
  exchange,
  HOURS,
  jwt,
  sighting,
  T0,
} from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const seen = (more: Partial<Sighting>, method = 'GET') =>
  sighting({ firstExchange: exchange({ method }), lastExchange: exchange({ method }), ...more });
const STORED = seen({ carrier: 'localStorage', direction: 'stored', locator: 'token' });
const given = (method: string) =>
  seen({ carrier: 'body', direction: 'received', locator: '/session/token' }, method);
const JAR = seen({ carrier: 'cookie', direction: 'received', locator: '__Host-sid' });
const with_ = (...sightings: Sighting[]) => ({ sightings: [JAR, ...sightings] });
const inForm = seen({ carrier: 'body', direction: 'received', locator: 'input[set_session]' });

/** In a page whose storage was looked at. */
const looked = (one: Credential) => ({ credentials: [one], storageSites: sitesUsing(one) });

testRule(tokenDuplicated, {
  flags: {
    'a session that lies in localStorage too': ['high', cookie(with_(STORED))],
    'a session that every script can ask for': ['high', cookie(with_(given('GET')))],
    'a session in a hidden field of each page': ['high', cookie(with_(inForm))],
    'a session that a script sends in a header': ['high', cookie(with_(seen({})))],
    'a session that the answer to the login also gave': ['low', cookie(with_(given('POST')))],
    'an ID token in sessionStorage': [
      'medium',
      cookie({
        role: 'id-token',
        ...with_(seen({ carrier: 'sessionStorage', direction: 'stored' })),
      }),
    ],
    'what only its name makes a session': ['low', cookie({ confidence: 0.4, ...with_(STORED) })],
  },
  passes: {
    'a session that came and went as a cookie alone': looked(cookie(with_())),
    'a session in a URL, which is another matter': looked(cookie(with_(seen({ carrier: 'url' })))),
    'an id in the form of the login that then replaced it': {
      storageSites: ['https://shop.example'],
      credentials: [
        cookie({ valueCount: 2, behaviour: { issuedAtLogin: exchange() }, ...with_(inForm) }),
      ],
      moments: [
        { type: 'login', at: T0 + HOURS, site: 'https://shop.example', exchange: exchange() },
      ],
    },
  },
  doesNotApply: {
    'a cookie that scripts can read anyway': cookie({
      attributes: { httpOnly: false },
      ...with_(STORED),
    }),
    'a value against forgery, which is there to be copied': cookie({
      role: 'csrf',
      ...with_(inForm),
    }),
    'a token that is no cookie': jwt({}, with_(STORED)),
    'a cookie that the browser refused': cookie({
      cookie: { expiredOnArrival: true },
      ...with_(STORED),
    }),
    'an id of a device': cookie({ role: 'device', ...with_(STORED) }),
    'a session in no cookie': credential(with_(STORED)),
  },
  unknown: {
    'a cookie whose attributes were not seen': cookieHeaderOnly(with_(STORED)),
    'a cookie whose page nobody looked into': cookie(with_()),
    'a cookie that another site’s page may hold': {
      credentials: [cookie(with_())],
      storageSites: ['https://other.example'],
    },
  },
});
