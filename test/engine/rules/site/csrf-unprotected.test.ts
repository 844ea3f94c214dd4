import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { csrfUnprotected } from '../../../../src/engine/rules/site/csrf-unprotected.js';
import type { Moment } from '../../../../src/engine/moments/moment.js';
import type { SameSite } from '../../../../src/engine/model.js';
import {
  cookie,
  cookieHeaderOnly,
  credential,
  exchange,
  SECONDS,
  sighting,
  T0,
} from '../../../support/credential.js';
import type { ExchangeSpec } from '../../../support/exchange.js';
import { logged } from '../../../support/flow.js';
import { testRule } from '../../../support/rule-cases.js';

const FORM = 'application/x-www-form-urlencoded';
const SELF = { origin: 'https://shop.example', 'sec-fetch-site': 'same-origin' };
const post = (spec: Partial<ExchangeSpec> & { body?: string; after?: number } = {}) => {
  const { body = 'item=1', sends, ...rest } = spec;
  return logged(
    {
      url: 'https://shop.example/orders',
      method: 'POST',
      sends: { cookie: 'sid=a', 'content-type': FORM, ...sends },
      requestBody: readBody(FORM, body),
      status: 302,
      ...rest,
    },
    { carried: ['c1'] },
  );
};
type Post = ReturnType<typeof post>;
const withSameSite = (sameSite: SameSite, ...exchanges: Post[]) => ({
  credentials: [cookie({ attributes: { sameSite } })],
  exchanges,
});
const unset = (...exchanges: Post[]) => withSameSite('unset', ...exchanges);
const moment = (type: Moment['type'], after: number, id = 'm'): Moment => ({
  type,
  at: T0 + after * SECONDS,
  site: 'https://shop.example',
  exchange: exchange({ id }),
});
const beside = (role: Parameters<typeof credential>[0] & object) => ({
  credentials: [
    cookie({ attributes: { sameSite: 'unset' } }),
    credential({ id: 'c2', sightings: [sighting({ carrier: 'body', locator: 'k' })], ...role }),
  ],
  exchanges: [{ ...post(), carried: ['c1', 'c2'] }],
});
const script = (path: string) => post({ type: 'fetch', url: `https://shop.example${path}` });

const ofStranger = { behaviour: { givenToStranger: exchange({ id: 'e0' }) } };

testRule(csrfUnprotected, {
  flags: {
    'what whoever came was given, after a login with it': [
      'low',
      {
        credentials: [cookie({ attributes: { sameSite: 'unset' }, ...ofStranger })],
        exchanges: [post()],
        moments: [moment('login', 1)],
      },
    ],
    'a form whose cookie leaves SameSite to the browser': ['low', unset(post())],
    'a form whose cookie has SameSite=None': ['medium', withSameSite('none', post())],
    'the same with an Origin that the server may check': [
      'low',
      withSameSite('none', post({ sends: SELF })),
    ],
    'a password of the browser’s own dialog': [
      'medium',
      {
        credentials: [credential({ role: 'basic', scheme: 'basic' })],
        exchanges: [post({ sends: { cookie: '', authorization: 'Basic YTpi' } })],
      },
    ],
    'several of one site, once': [
      'low',
      unset(post(), post({ url: 'https://shop.example/cart' }), post()),
    ],
    'one form of two': ['low', unset(post({ body: 'csrf_token=8c1f2e7a9b3d4f60' }), post())],
    'a script’s form data': ['low', unset(script('/api/orders'))],
  },
  passes: {
    'a token in a field': unset(post({ body: 'csrf_token=8c1f2e7a9b3d4f60&item=1' })),
    'a token of a framework under its own name': unset(post({ body: 'sesskey=Ab3dE6gH9k' })),
    'a token in a header': unset(post({ sends: { 'x-csrf-token': 'a' } })),
    'a token in the address': unset(post({ url: 'https://shop.example/o?_wpnonce=8c1f2e7a9b' })),
    'a header that only scripts can add': unset(post({ sends: { 'hx-request': 'true' } })),
    JSON: unset(
      post({
        sends: { 'content-type': 'application/json' },
        requestBody: readBody('application/json', '{"item":1}'),
      }),
    ),
    'another method': unset(post({ method: 'DELETE' })),
    'SameSite=Lax': withSameSite('lax', post()),
    'SameSite=Strict': withSameSite('strict', post()),
    'a token under a name of its own, known by what it does': beside({ role: 'csrf' }),
    'a session id that a script sends as well': beside({ role: 'session' }),
  },
  doesNotApply: {
    'a login form': unset(post({ url: 'https://shop.example/login' })),
    'a logout': unset(post({ url: 'https://shop.example/logout' })),
    'a change that asks for the password': unset({ ...post(), password: 'body' }),
    'a request that only reads': unset(post({ method: 'GET' })),
    'a search by POST': unset(post({ url: 'https://shop.example/search' })),
    'a search by POST in German': unset(post({ url: 'https://shop.example/suche' })),
    'a search by POST in French': unset(post({ url: 'https://shop.example/recherche' })),
    'a search by POST in Portuguese': unset(post({ url: 'https://shop.example/pesquisa' })),
    'a search by POST in Polish': unset(post({ url: 'https://shop.example/szukaj' })),
    'a view that is loaded anew': unset(script('/zabbix.php?action=problem.view.refresh')),
    'the renewal of a token': unset(script('/auth/refresh_token')),
    'a message to a counter': unset(script('/api/events')),
    'a connection that is kept': unset(post({ url: 'https://shop.example/socket.io/?sid=1' })),
    'a beacon': unset(post({ type: 'other' })),
    'a refused request': unset(post({ status: 403 })),
    'a bearer token': {
      credentials: [credential({ role: 'access-token' })],
      exchanges: [post({ sends: { cookie: '', authorization: 'Bearer a' } })],
    },
    'a cookie that logs nobody in': {
      credentials: [cookie({ role: 'preference' })],
      exchanges: [post()],
    },
    'a cookie of which only the name speaks': {
      credentials: [cookie({ confidence: 0.3, attributes: { sameSite: 'unset' } })],
      exchanges: [post()],
    },
    'whoever came with nothing, and was not seen to log in': {
      credentials: [cookie({ attributes: { sameSite: 'unset' }, ...ofStranger })],
      exchanges: [post()],
    },
    'somebody who has not logged in yet': { ...unset(post()), moments: [moment('login', 60)] },
    'somebody who has logged out': {
      ...unset(post({ after: 90 })),
      moments: [moment('login', 1), moment('logout', 60)],
    },
  },
  unknown: {
    'a random field, which may be a token': unset(post({ body: 'once=8c1f2e7a9b&item=1' })),
    'a body that was not seen': unset(
      logged(
        {
          url: 'https://shop.example/orders',
          method: 'POST',
          sends: { cookie: 'a', 'content-type': FORM },
        },
        { carried: ['c1'] },
      ),
    ),
    'a cookie whose attributes were not seen': {
      credentials: [cookieHeaderOnly()],
      exchanges: [post()],
    },
    'something else that went with it': beside({ role: 'other' }),
  },
});
