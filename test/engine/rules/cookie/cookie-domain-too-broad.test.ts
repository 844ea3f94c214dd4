import { cookieDomainTooBroad } from '../../../../src/engine/rules/cookie/cookie-domain-too-broad.js';
import type { LoggedExchange } from '../../../../src/engine/trail/exchange-log.js';
import type { ResourceType } from '../../../../src/engine/model.js';
import { cookie, cookieHeaderOnly, exchange, sighting, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const sentTo = (...hosts: string[]) =>
  hosts.map((host) => sighting({ carrier: 'cookie', origin: `https://${host}` }));
const got = (host: string, type: ResourceType): LoggedExchange => ({
  ref: exchange({ id: host, url: `https://${host}/x` }),
  at: T0,
  carried: ['c1'],
  set: [],
  count: 1,
  facts: {
    type,
    outcome: 'ok',
    stateChanging: false,
    ambient: ['cookie'],
    csrfProof: [],
    cacheable: 'unknown',
    cors: 'none',
    hsts: 'none',
  },
});
const wide = { hostOnly: false, domain: 'shop.example' };
const setBy = exchange({ url: 'https://www.shop.example/login' });

testRule(cookieDomainTooBroad, {
  flags: {
    'a Domain that names the own host, as information': ['info', cookie({ attributes: wide })],
    'a domain of which one host alone was seen, as information': [
      'info',
      cookie({
        attributes: wide,
        cookie: { setBy },
        sightings: sentTo('www.shop.example'),
      }),
    ],
    'a host that only serves images': [
      'low',
      {
        credentials: [
          cookie({
            attributes: wide,
            cookie: { setBy },
            sightings: sentTo('www.shop.example', 'img.shop.example'),
          }),
        ],
        exchanges: [got('www.shop.example', 'document'), got('img.shop.example', 'other')],
      },
    ],
    'a domain wider than its two hosts, as information': [
      'info',
      cookie({
        attributes: wide,
        cookie: { setBy: exchange({ url: 'https://a.team.shop.example/' }) },
        sightings: sentTo('a.team.shop.example', 'b.team.shop.example'),
      }),
    ],
  },
  passes: {
    'a session of its host alone': cookie(),
    'a domain whose pages and API both use it': cookie({
      attributes: wide,
      cookie: { setBy },
      sightings: sentTo('www.shop.example', 'api.shop.example'),
    }),
    'a domain of two applications, beside a host of images': {
      credentials: [
        cookie({
          attributes: wide,
          cookie: { setBy },
          sightings: sentTo('www.shop.example', 'my.shop.example', 'img.shop.example'),
        }),
      ],
      exchanges: [got('my.shop.example', 'document'), got('img.shop.example', 'other')],
    },
    'a domain set by one host for another one': cookie({
      attributes: wide,
      cookie: { setBy: exchange({ url: 'https://id.shop.example/login' }) },
      sightings: sentTo('www.shop.example'),
    }),
  },
  doesNotApply: {
    'a preference for all hosts': cookie({ role: 'preference', attributes: wide }),
  },
  unknown: { 'a cookie whose attributes are unknown': cookieHeaderOnly() },
});
