import { passwordInCookie } from '../../../../src/engine/rules/password/password-in-cookie.js';
import type { Behaviour, Credential, HeldAs } from '../../../../src/engine/model.js';
import { cookie, credential, sighting } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const LOGIN = { id: 'e1', method: 'POST', url: 'https://shop.example/login', status: 302 };

function holds(held: HeldAs): Behaviour {
  return { holdsPassword: { held, exchange: LOGIN } };
}

const used = (origin = 'https://shop.example', direction: 'sent' | 'stored' = 'sent') => [
  sighting({ carrier: 'cookie', direction, origin, count: 4 }),
];

/** A cookie that was compared with the password of its login. */
const holding = (held: HeldAs, more: Partial<Credential> = {}) =>
  cookie({ name: 'auth', behaviour: holds(held), sightings: used(), ...more });

const named = (name: string, value = 'correct horse', more: Partial<Credential> = {}) =>
  cookie({ name, value, format: 'opaque', sightings: used(), ...more });

testRule(passwordInCookie, {
  flags: {
    'a password that scripts can read': [
      'high',
      holding('plain', { attributes: { httpOnly: false } }),
    ],
    'a password that they cannot': ['high', holding('encoded', { attributes: { httpOnly: true } })],
    'a hash of it': ['high', holding('hash')],
    'a password over http': [
      'critical',
      holding('plain', { sightings: used('http://shop.example') }),
    ],
    'a password to localhost, as information': [
      'info',
      holding('plain', { sightings: used('http://localhost') }),
    ],
    'a cookie of any role that holds one': ['high', holding('plain', { role: 'preference' })],
    'a cookie that is called one': ['low', named('password')],
    'a cookie that is called one and went over http': [
      'low',
      named('user_pass', 'hunter2', { sightings: used('http://shop.example') }),
    ],
    'a cookie that is called one in another language': ['low', named('kennwort')],
    'a cookie that a script set and nothing has sent': [
      'low',
      named('passwd', 'hunter2', { sightings: used('https://shop.example', 'stored') }),
    ],
  },
  passes: {
    'a flag': named('password', 'true'),
    'a count': named('pwd', '12'),
    'a path': named('passwd', '/account/password'),
    'a placeholder': named('password', 'deleted'),
    'what a sanitizer left': named('password', '[REDACTED]'),
    'what has become of one': named('password', 'changed'),
    'a signed token': named('password', 'eyJhbGciOiJIUzI1NiJ9.e30.x', { format: 'jwt' }),
  },
  doesNotApply: {
    'a session': cookie({ name: 'session' }),
    'what is done with one': named('password_reset_token', 'f3a9c1d2'),
    'another pass': named('season_pass', 'f3a9c1d2'),
    'the width of a page': named('page_pw', '1024px'),
    'a number of a card': named('pin', '4711abc'),
    'a token of that name': credential({ name: 'password', kind: 'token' }),
  },
});
