import type { AuthFlow } from '../../../../src/engine/flows/flow.js';
import type { Credential } from '../../../../src/engine/model.js';
import { tokenResponseCacheable } from '../../../../src/engine/rules/token/token-response-cacheable.js';
import type { Cacheable } from '../../../../src/engine/trail/cacheable.js';
import type { LoggedExchange } from '../../../../src/engine/trail/exchange-log.js';
import type { ResponseFacts } from '../../../../src/engine/trail/response-facts.js';
import { credential, exchange, jwt, sighting, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const URL = 'https://shop.example/token';
const GUESTS = 'https://shop.example/oauth/anonymous/token';
const facts = (cacheable: Cacheable, more: Partial<ResponseFacts> = {}): ResponseFacts => ({
  type: 'fetch',
  outcome: 'ok',
  stateChanging: true,
  ambient: [],
  csrfProof: [],
  cacheable,
  cors: 'none',
  hsts: 'none',
  ...more,
});
const POSTED: Cacheable = { by: 'nobody', revalidated: false, noStore: false };
const NO_STORE: Cacheable = { by: 'nobody', revalidated: false, noStore: true };
const PRIVATE: Cacheable = { by: 'private', revalidated: false, noStore: false };
const NO_CACHE: Cacheable = { by: 'private', revalidated: true, noStore: false };
const SHARED: Cacheable = { by: 'shared', revalidated: false, noStore: false };

const answer = (method: string, given: ResponseFacts, n = 1): LoggedExchange => ({
  ref: exchange({ id: `e${n}`, method, url: URL }),
  at: T0 + n,
  carried: [],
  set: ['c1'],
  count: 1,
  facts: given,
});
const given = (token: Credential = jwt(), locator = '/access_token', url = URL): Credential => ({
  ...token,
  sightings: [
    sighting({
      carrier: 'body',
      direction: 'received',
      locator,
      firstExchange: exchange({ url }),
      lastExchange: exchange({ url }),
    }),
  ],
});
const oauth = (...ids: string[]): AuthFlow => ({
  id: 'f1',
  protocol: 'oauth',
  grant: 'authorization-code',
  issuer: 'https://shop.example',
  state: true,
  nonce: false,
  pushed: false,
  dpop: false,
  clientSecret: false,
  steps: ids.map((id) => ({
    kind: 'token-request',
    at: T0,
    exchange: exchange({ id, method: 'POST', url: URL }),
    detail: {},
  })),
});
const endpoint = (...exchanges: LoggedExchange[]) => ({
  ...visit(exchanges),
  flows: [oauth(...exchanges.map(({ ref }) => ref.id))],
});
const visit = (exchanges: LoggedExchange[], token = given()) => ({
  credentials: [token],
  exchanges,
});

const exchangedFor = (sent: Credential) => ({
  credentials: [given(), sent],
  exchanges: [{ ...answer('GET', facts(PRIVATE)), carried: [sent.id] }],
});

testRule(tokenResponseCacheable, {
  flags: {
    'a token endpoint without Cache-Control': ['low', endpoint(answer('POST', facts(POSTED)))],
    'a GET that browsers may store': ['medium', visit([answer('GET', facts(PRIVATE))])],
    'a GET that everybody’s caches may store': ['medium', visit([answer('GET', facts(SHARED))])],
    'a GET with no-cache': ['low', visit([answer('GET', facts(NO_CACHE))])],
    'what is exchanged for the token of a user': [
      'medium',
      exchangedFor({ ...jwt({ claims: { sub: '42' } }), id: 'c2' }),
    ],
    'an address that gives tokens each minute, once': [
      'low',
      endpoint(answer('POST', facts(POSTED)), answer('POST', facts(POSTED), 2)),
    ],
    'an address that forgets it the second time': [
      'low',
      endpoint(answer('POST', facts(NO_STORE)), answer('POST', facts(POSTED), 2)),
    ],
  },
  passes: {
    'a login’s own POST, which no cache stores': visit([answer('POST', facts(POSTED))]),
    'a token endpoint with no-store': visit([answer('POST', facts(NO_STORE))]),
    'a GET with no-store': visit([answer('GET', facts(NO_STORE))]),
    'a refresh with no-store': visit(
      [answer('POST', facts(NO_STORE))],
      given(credential({ role: 'refresh-token' }), '/refresh_token'),
    ),
  },
  doesNotApply: {
    'an answer that gives nothing': visit([{ ...answer('POST', facts(POSTED)), set: [] }]),
    'an answer with a value against forgery': visit(
      [answer('GET', facts(PRIVATE))],
      given(credential({ role: 'csrf' }), '/csrfToken'),
    ),
    'an answer that sets a cookie': visit([answer('POST', facts(POSTED))], credential()),
    'an answer that guests get': {
      ...endpoint({
        ...answer('POST', facts(POSTED)),
        ref: exchange({ id: 'e1', method: 'POST', url: GUESTS }),
      }),
      credentials: [given(jwt(), '/access_token', GUESTS)],
    },
    'what is exchanged for the token of a guest': exchangedFor({
      ...jwt({ claims: { is_anonymous: true } }),
      id: 'c2',
    }),
    'a message of a socket that polls': visit([
      {
        ...answer('GET', facts(PRIVATE)),
        ref: exchange({ url: 'https://shop.example/socket.io/?EIO=4&transport=polling' }),
      },
    ]),
    'a page, which has a rule of its own': visit([
      answer('GET', facts(PRIVATE, { type: 'document' })),
    ]),
    'what only its name makes a token': visit(
      [answer('GET', facts(PRIVATE))],
      given(jwt({}, { confidence: 0.4 })),
    ),
  },
  unknown: {
    'an answer whose headers were not seen': visit([answer('POST', facts('unknown'))]),
  },
});
