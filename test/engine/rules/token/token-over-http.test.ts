import { tokenOverHttp } from '../../../../src/engine/rules/token/token-over-http.js';
import {
  cookie,
  credential,
  exchange,
  HOURS,
  jwt,
  sighting,
  T0,
} from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';
import { Seeded } from '../../../support/seeded.js';

const sentTo = (origin: string, more = {}) => ({ sightings: [sighting({ origin, ...more })] });

testRule(tokenOverHttp, {
  flags: {
    'an access token in a header': ['high', jwt({}, sentTo('http://api.shop.example'))],
    'a refresh token in a body': [
      'high',
      credential({
        role: 'refresh-token',
        ...sentTo('http://shop.example', { carrier: 'body', locator: '/refreshToken' }),
      }),
    ],
    'a session cookie copied into a header': ['high', cookie(sentTo('http://shop.example'))],
    'an API key': ['medium', credential({ role: 'api-key', ...sentTo('http://api.shop.example') })],
    'a secret key of a service, which the page of every visitor has': [
      'medium',
      credential({
        role: 'api-key',
        value: `sk_live_${new Seeded('a key in a page').base62(40)}`,
        behaviour: { sentThirdParty: true, usedAnonymously: true },
        ...sentTo('http://api.service.example'),
      }),
    ],
    'a token to localhost, as information': ['info', jwt({}, sentTo('http://localhost:3000'))],
    'what the login took out of use': [
      'low',
      {
        credentials: [
          credential(sentTo('http://shop.example', { carrier: 'url', locator: 'sid' })),
          cookie({ id: 'c2', behaviour: { issuedAtLogin: exchange() } }),
        ],
        moments: [
          { type: 'login', at: T0 + HOURS, site: 'https://shop.example', exchange: exchange() },
        ],
      },
    ],
    'a token to localhost and abroad': [
      'high',
      jwt(
        {},
        {
          sightings: [
            sighting({ origin: 'http://localhost:3000' }),
            sighting({ origin: 'http://shop.example' }),
          ],
        },
      ),
    ],
  },
  passes: {
    'a socket over TLS': jwt({}, sentTo('https://shop.example', { carrier: 'websocket' })),
    'an API key over https': credential({ role: 'api-key', ...sentTo('https://api.example') }),
    'a token over https': jwt({}, sentTo('https://api.shop.example')),
  },
  doesNotApply: {
    'a cookie, which is the matter of cookie-missing-secure': cookie(
      sentTo('http://shop.example', { carrier: 'cookie', locator: 'sid' }),
    ),
    'a password, which is the matter of basic-auth-in-use': credential({
      role: 'basic',
      ...sentTo('http://shop.example'),
    }),
    'a password in a header, which is the matter of password-in-header': credential({
      role: 'api-key',
      name: 'password',
      scheme: 'password',
      ...sentTo('http://shop.example'),
    }),
    'a tracking id': credential({ role: 'tracking', ...sentTo('http://ads.example') }),
  },
});
