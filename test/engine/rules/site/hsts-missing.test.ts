import { hstsMissing } from '../../../../src/engine/rules/site/hsts-missing.js';
import type { ExchangeSpec } from '../../../support/exchange.js';
import { cookie, credential } from '../../../support/credential.js';
import { logged } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const YEAR = 'max-age=31536000; includeSubDomains';
const page = (hsts?: string, url = 'https://shop.example/', more: ExchangeSpec['gets'] = {}) => {
  const gets = { ...more, ...(hsts === undefined ? {} : { 'strict-transport-security': hsts }) };
  return logged({ url, gets }, { carried: ['c1'] });
};
type Page = ReturnType<typeof page>;
const of = (exchanges: Page[], site = 'https://shop.example') => ({
  credentials: [cookie({ site })],
  exchanges,
});
const exposed = (exchanges: Page[]) => ({
  credentials: [cookie({ attributes: { secure: false } })],
  exchanges,
});

testRule(hstsMissing, {
  flags: {
    'a login without it': ['low', of([page()])],
    'a login without it, whose cookie lacks Secure': ['medium', exposed([page()])],
    'half a year': ['low', exposed([page('max-age=15768000')])],
    'one that takes it back': ['medium', exposed([page('max-age=0')])],
    'one that cannot be read': ['low', of([page('max-age=soon')])],
    'a host below one that does not speak for it': [
      'low',
      of([page('max-age=31536000'), page(undefined, 'https://app.shop.example/')]),
    ],
  },
  passes: {
    'a year': of([page(YEAR)]),
    'two years, ready for the preload list': of([
      page('max-age=63072000; includeSubDomains; preload'),
    ]),
    'a host below one that speaks for it': of([
      page(YEAR),
      page(undefined, 'https://app.shop.example/'),
    ]),
    'a last answer that has it': of([page(), page(YEAR)]),
    'a host without it to which no login goes': {
      credentials: [cookie()],
      exchanges: [page(YEAR), { ...page(undefined, 'https://cdn.shop.example/'), carried: [] }],
    },
  },
  doesNotApply: {
    'a site without a login': {
      credentials: [cookie({ role: 'preference' })],
      exchanges: [page()],
    },
    'a login of which only the name speaks': {
      credentials: [cookie({ confidence: 0.3 })],
      exchanges: [page()],
    },
    'the machine itself': of([page(undefined, 'https://localhost/')], 'https://localhost'),
    'an address without a name': of([page(undefined, 'https://10.0.0.1/')], 'https://10.0.0.1'),
    'a name that browsers know already': of(
      [page(undefined, 'https://shop.dev/')],
      'https://shop.dev',
    ),
    'a site over http': of([page(undefined, 'http://shop.example/')], 'http://shop.example'),
  },
  unknown: {
    'a login whose answers had no headers': {
      credentials: [cookie()],
      exchanges: [page(undefined, undefined, { via: [] })],
    },
    'a login of which no request was seen': { credentials: [credential()] },
  },
});
