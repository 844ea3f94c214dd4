import { passwordOverHttp } from '../../../../src/engine/rules/password/password-over-http.js';
import type { PasswordUse } from '../../../../src/engine/trail/password-use.js';
import { HOURS, T0 } from '../../../support/credential.js';
import { logged } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const sent = (url: string, password: PasswordUse | undefined = 'body', method = 'POST') =>
  logged({ url, method }, password ? { password } : {});
const unseen = (url: string) =>
  logged({ url, method: 'POST', sends: { 'content-type': 'application/x-www-form-urlencoded' } });
const DEVICE = 'http://10.0.0.41';
const asked = (at: number, url = DEVICE) => ({
  ...logged({ url: `${url}/capabilities` }, { password: 'challenge' as const }),
  at,
});
const hashed = (at: number) => ({
  ...logged({ url: `${DEVICE}/login`, method: 'POST' }, { password: 'hash' as const }),
  at,
});
const of = (...exchanges: ReturnType<typeof sent>[]) => ({ exchanges });

testRule(passwordOverHttp, {
  flags: {
    'a login over http': ['high', of(sent('http://shop.example/login'))],
    'a login by GET over http': [
      'high',
      of(sent('http://shop.example/login?password=***', 'url', 'GET')),
    ],
    'a device in a private network': ['high', of(sent('http://192.168.0.1/login'))],
    'a hash for which the server gave a challenge': ['medium', of(asked(T0), hashed(T0 + 500))],
    'a hash that is always the same': ['high', of(hashed(T0))],
    'a hash for a challenge of another server': [
      'high',
      of(asked(T0, 'http://10.0.0.42'), hashed(T0 + 500)),
    ],
    'a hash long after the challenge': ['high', of(asked(T0), hashed(T0 + HOURS))],
    'a hash before the challenge': ['high', of(hashed(T0), asked(T0 + 500))],
    'a password beside a hash with a challenge': [
      'high',
      of(asked(T0), hashed(T0 + 500), sent(`${DEVICE}/users`)),
    ],
    'several logins at one site, once': [
      'high',
      of(sent('http://shop.example/login'), sent('http://www.shop.example/password')),
    ],
  },
  passes: {
    'a login over https': of(sent('https://shop.example/login')),
    'a login over https in an address': of(sent('https://shop.example/login?password=***', 'url')),
    'a login over https from a page over http': of(sent('https://shop.example/login', 'from-http')),
  },
  unknown: {
    'a login over http whose body nobody saw': of(unseen('http://shop.example/login')),
  },
  doesNotApply: {
    'a login over https whose body nobody saw': of(unseen('https://shop.example/login')),
    'a form over http that is for no login': of(unseen('http://shop.example/cart')),
    'a login on the machine itself': of(sent('http://localhost:3000/login')),
    'a service inside Tor': of(sent('http://abcdefgh.onion/login')),
    'a challenge alone': of(asked(T0)),
    'a page that only asks': of(sent('http://shop.example/login', 'page', 'GET')),
    'a request without a password': of(logged({ url: 'http://shop.example/cart', method: 'POST' })),
  },
});
