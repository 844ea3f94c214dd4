import { cookieTooLarge } from '../../../../src/engine/rules/cookie/cookie-too-large.js';
import { cookie, exchange, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const said = { key: 'rejected_too_large', english: 'too large', values: {} };
const refused = { rejected: { reason: 'too-large', text: said } } as const;
const value = (bytes: number) => 'kR7mW2xQ9vT4'.repeat(400).slice(0, bytes);
const ignored = { diagnoses: [{ code: 'attribute-too-long', text: said }] };
const login = {
  type: 'login',
  at: T0,
  site: 'https://shop.example',
  exchange: exchange(),
} as const;

testRule(cookieTooLarge, {
  flags: {
    'a session that the browser refused': [
      'medium',
      cookie({ value: value(4_200), cookie: refused }),
    ],
    'a preference that the browser refused': [
      'low',
      cookie({ role: 'preference', value: value(4_200), cookie: refused }),
    ],
    'a session without which the login does not hold': [
      'medium',
      {
        credentials: [cookie({ value: value(4_200), cookie: refused })],
        moments: [login],
      },
    ],
    'a session of which a larger form was refused': [
      'medium',
      cookie({
        life: [{ type: 'rejected', reason: 'too-large', at: T0, lastAt: T0, count: 1 }],
      }),
    ],
    'a session near the limit, as information': ['info', cookie({ value: value(3_900) })],
    'letters of two bytes near the limit, as information': [
      'info',
      cookie({ value: 'ü'.repeat(1_900) }),
    ],
    'a session with an attribute too long to count': ['low', cookie({ cookie: ignored })],
  },
  passes: {
    'a small session': cookie(),
    'a session of three kilobytes': cookie({ value: value(3_000) }),
    'a part of a value that was cut to fit': {
      credentials: [
        cookie({ id: 'c1', name: 'auth.0', value: value(3_950) }),
        cookie({ id: 'c2', identity: 'two', name: 'auth.1', value: value(600) }),
      ],
    },
  },
  doesNotApply: {
    'a cookie refused for its prefix': cookie({
      cookie: { rejected: { reason: 'prefix', text: said } },
    }),
  },
});
