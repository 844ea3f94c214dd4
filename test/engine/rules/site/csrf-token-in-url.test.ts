import { csrfTokenInUrl } from '../../../../src/engine/rules/site/csrf-token-in-url.js';
import type { Leak, Sighting } from '../../../../src/engine/model.js';
import type { LoggedExchange } from '../../../../src/engine/trail/exchange-log.js';
import type { ResponseFacts } from '../../../../src/engine/trail/response-facts.js';
import { cookie, credential, exchange, sighting, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const inUrl = (method = 'GET', more: Partial<Sighting> = {}) =>
  sighting({
    carrier: 'url',
    locator: 'csrf_token',
    firstExchange: exchange({ method }),
    lastExchange: exchange({ method }),
    ...more,
  });
const IN_FORM = sighting({ carrier: 'body', direction: 'received', locator: 'input[csrf_token]' });
const guard = (...sightings: Sighting[]) =>
  credential({ role: 'csrf', carrier: 'url', carriers: ['url', 'body'], sightings });
const told = (origin: string): Leak => ({
  through: 'referer',
  carrier: 'header',
  locator: 'referer',
  origin,
  firstAt: T0,
  lastAt: T0,
  count: 1,
  exchange: exchange(),
});

const asked = (type: ResponseFacts['type'], n: number): LoggedExchange => ({
  ref: exchange({ id: `e${n}` }),
  at: T0 + n,
  carried: ['c1'],
  set: [],
  count: 1,
  facts: {
    type,
    outcome: 'ok',
    stateChanging: false,
    ambient: [],
    csrfProof: [],
    cacheable: 'unknown',
    cors: 'none',
    hsts: 'none',
  },
});

testRule(csrfTokenInUrl, {
  flags: {
    'a link that logs out': ['low', guard(IN_FORM, inUrl())],
    'a link, beside what scripts ask for': [
      'low',
      {
        credentials: [guard(IN_FORM, inUrl())],
        exchanges: [asked('fetch', 1), asked('document', 2)],
      },
    ],
    'a form with the method get': ['low', guard(IN_FORM, inUrl('GET', { count: 5 }))],
    'an address of which the first was a link': [
      'low',
      guard(IN_FORM, inUrl('GET', { lastExchange: exchange({ method: 'POST' }) })),
    ],
    'the address of a POST that another site was told': [
      'low',
      { ...guard(IN_FORM, inUrl('POST')), leaks: [told('https://pixels.example')] },
    ],
    'the value of a cookie in a link': [
      'low',
      cookie({ role: 'csrf', carriers: ['cookie', 'url'], sightings: [IN_FORM, inUrl()] }),
    ],
  },
  passes: {
    'an address that scripts alone ask for': {
      credentials: [guard(IN_FORM, inUrl())],
      exchanges: [asked('fetch', 1)],
    },
    'the address of a POST': guard(IN_FORM, inUrl('POST')),
    'the address of a POST that another host of the site was told': {
      ...guard(IN_FORM, inUrl('POST')),
      leaks: [told('https://static.shop.example')],
    },
    'the address of a PUT by script': guard(sighting({ locator: 'x-csrf-token' }), inUrl('PUT')),
  },
  doesNotApply: {
    'a value in a form': { ...guard(IN_FORM), carriers: ['body'] },
    'a link that was never followed': guard(IN_FORM, inUrl('GET', { direction: 'received' })),
    'the state of a login': credential({
      role: 'oauth-state',
      carriers: ['url'],
      sightings: [inUrl()],
    }),
    'a token': credential({ role: 'access-token', carriers: ['url'], sightings: [inUrl()] }),
    'a parameter that is called so and guards nothing that was seen': {
      ...guard(inUrl()),
      carriers: ['url'],
    },
  },
});
