import { cookieSetOverHttp } from '../../../../src/engine/rules/cookie/cookie-set-over-http.js';
import { cookie, cookieHeaderOnly, exchange, sighting, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const overHttp = { setOver: 'http' } as const;
const open = { secure: false };
const secureUse = sighting({ carrier: 'cookie', origin: 'https://shop.example' });
const at = (url: string) => ({
  ref: exchange({ id: 'e2', url }),
  at: T0,
  carried: [],
  set: [],
  count: 1,
});

testRule(cookieSetOverHttp, {
  flags: {
    'a session that goes on over https': [
      'medium',
      cookie({ attributes: open, cookie: overHttp, sightings: [secureUse] }),
    ],
    'a session of a host that also answers over https': [
      'medium',
      {
        credentials: [cookie({ attributes: open, cookie: overHttp })],
        exchanges: [at('https://shop.example/account')],
      },
    ],
    'a session for which the login gave another value over https': [
      'low',
      cookie({
        attributes: open,
        cookie: overHttp,
        sightings: [secureUse],
        behaviour: { issuedAtLogin: exchange({ url: 'https://shop.example/login' }) },
      }),
    ],
    'a session known by its name alone': [
      'low',
      cookie({ attributes: open, cookie: overHttp, sightings: [secureUse], confidence: 0.4 }),
    ],
    'a session on this machine, as information': [
      'info',
      cookie({ attributes: open, cookie: overHttp, sightings: [secureUse], local: true }),
    ],
  },
  passes: {
    'a session set over https': cookie(),
    'a Secure session of the jar': cookie({ cookie: { setOver: undefined, setBy: undefined } }),
    'a session set over https without Secure': cookie({ attributes: open }),
  },
  doesNotApply: {
    'a site that has http alone': cookie({ attributes: open, cookie: overHttp }),
    'another host of the site that has https': {
      credentials: [cookie({ attributes: open, cookie: overHttp })],
      exchanges: [at('https://static.shop.example/')],
    },
    'a preference': cookie({ role: 'preference', cookie: overHttp, sightings: [secureUse] }),
    'a cookie never seen being set': cookieHeaderOnly(),
  },
});
