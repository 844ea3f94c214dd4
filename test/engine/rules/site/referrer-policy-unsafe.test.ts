import { referrerPolicyUnsafe } from '../../../../src/engine/rules/site/referrer-policy-unsafe.js';
import { credential, exchange, sighting } from '../../../support/credential.js';
import type { ExchangeSpec } from '../../../support/exchange.js';
import { logged } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const URL = 'https://shop.example/orders?sid=kR7mW2xQ9vT4bN8z';
const inUrl = credential({
  carrier: 'url',
  carriers: ['url'],
  name: 'sid',
  sightings: [sighting({ carrier: 'url', locator: 'sid', lastExchange: exchange({ url: URL }) })],
});
const page = (policy?: string, spec: Partial<ExchangeSpec> = {}) =>
  logged(
    { url: URL, gets: policy === undefined ? {} : { 'referrer-policy': policy }, ...spec },
    { carried: ['c1'] },
  );
const of = (exchanges: ReturnType<typeof page>[], one = inUrl) => ({
  credentials: [one],
  exchanges,
});

testRule(referrerPolicyUnsafe, {
  flags: {
    'unsafe-url': ['medium', of([page('unsafe-url')])],
    'the default of old browsers': ['medium', of([page('no-referrer-when-downgrade')])],
    'a list whose last word is unsafe': ['medium', of([page('same-origin, unsafe-url')])],
    'a frame': ['medium', of([page('unsafe-url', { type: 'frame' })])],
  },
  passes: {
    'the default of browsers': of([page()]),
    'the host alone': of([page('strict-origin-when-cross-origin')]),
    'nothing at all': of([page('no-referrer')]),
    'a list for old browsers, too': of([page('no-referrer, strict-origin-when-cross-origin')]),
  },
  doesNotApply: {
    'an address without a secret': of([page('unsafe-url', { url: 'https://shop.example/' })]),
    'a request of a script': of([page('unsafe-url', { type: 'fetch' })]),
    'a value of which only the name speaks': of([page('unsafe-url')], {
      ...inUrl,
      confidence: 0.3,
    }),
    'a value that logs nobody in': of([page('unsafe-url')], { ...inUrl, role: 'tracking' }),
  },
  unknown: { 'a page whose headers were not seen': of([page(undefined, { gets: { via: [] } })]) },
});
