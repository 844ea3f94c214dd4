import { authenticatedResponseCacheable } from '../../../../src/engine/rules/site/authenticated-response-cacheable.js';
import { cookie, exchange } from '../../../support/credential.js';
import type { ExchangeSpec } from '../../../support/exchange.js';
import { logged } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const URL = 'https://shop.example/account';
const page = (gets: ExchangeSpec['gets'] = {}, spec: Partial<ExchangeSpec> = {}) =>
  logged({ url: URL, gets, sends: { cookie: 'sid=a' }, ...spec }, { carried: ['c1'] });
const refused = logged({
  url: URL,
  status: 302,
  redirectUrl: 'https://shop.example/login',
  gets: { 'cache-control': 'no-store' },
});
const said = (control: string, more: Record<string, string> = {}) =>
  page({ 'cache-control': control, ...more });
const of = (...exchanges: ReturnType<typeof page>[]) => ({
  credentials: [cookie()],
  exchanges: [refused, ...exchanges],
});

testRule(authenticatedResponseCacheable, {
  flags: {
    'a page that every cache may keep': ['medium', of(said('public, max-age=600'))],
    'a page with a time and no word of whose it is': ['medium', of(said('max-age=600'))],
    'a page without a word': ['info', of(page())],
    'a page that was refused after the logout': [
      'medium',
      {
        credentials: [
          cookie({ behaviour: { afterLogout: { refused: exchange({ url: URL, status: 401 }) } } }),
        ],
        exchanges: [said('public')],
      },
    ],
    'an answer that gives what logs in': [
      'medium',
      {
        credentials: [cookie({ behaviour: { issuedAtLogin: exchange({ id: 'x' }) } })],
        exchanges: [
          logged(
            { id: 'x', url: `${URL}/link`, gets: { 'cache-control': 'public' } },
            { set: ['c1'] },
          ),
        ],
      },
    ],
  },
  passes: {
    'no-store': of(said('no-store')),
    private: of(said('private, max-age=600')),
    'no-cache, which asks the server each time': of(said('no-cache')),
    'a cache that keeps users apart': of(said('public, max-age=600', { vary: 'Cookie' })),
    'an end long past': of(page({ expires: 'Thu, 19 Nov 1981 08:52:00 GMT' })),
  },
  doesNotApply: {
    'a file that is the same for everybody': {
      credentials: [cookie()],
      exchanges: [page({}, { url: 'https://shop.example/app.js', type: 'fetch' })],
    },
    'an image': {
      credentials: [cookie()],
      exchanges: [page({}, { url: 'https://shop.example/me.php', type: 'other' })],
    },
    'a page for everybody': { credentials: [cookie()], exchanges: [{ ...page(), carried: [] }] },
    'the answer to a form': { credentials: [cookie()], exchanges: [page({}, { method: 'POST' })] },
  },
  unknown: {
    'a page that everybody may get, for all that was seen': {
      credentials: [cookie()],
      exchanges: [said('public, max-age=600')],
    },
    'an answer whose headers were not seen': of(page({ via: [] })),
  },
});
