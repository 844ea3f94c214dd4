import { jwtSymmetricShared } from '../../../../src/engine/rules/jwt/jwt-symmetric-shared.js';
import type { AuthFlow } from '../../../../src/engine/flows/flow.js';
import { credential, exchange, jwt, sighting, T0 } from '../../../support/credential.js';
import { testRule } from '../../../support/rule-cases.js';

const shared = { header: { alg: 'HS256' } };
const taken = (...origins: string[]) => ({
  sightings: origins.map((origin) =>
    sighting({ origin, site: origin.replace(/\/\/(?:[a-z]+\.)?(shop\.example)/, '//$1') }),
  ),
});
const API = 'https://api.shop.example';
const idToken = jwt(shared, {
  role: 'id-token',
  sightings: [
    sighting({ direction: 'received', carrier: 'body', firstExchange: exchange({ id: 'e7' }) }),
  ],
});
const flow = (clientSecret: boolean): AuthFlow => ({
  id: 'f1',
  protocol: 'oidc',
  grant: 'authorization-code',
  issuer: 'https://login.issuer.test',
  state: true,
  nonce: true,
  pushed: false,
  dpop: false,
  clientSecret,
  steps: [{ kind: 'token-request', at: T0, exchange: exchange({ id: 'e7' }), detail: {} }],
});

testRule(jwtSymmetricShared, {
  flags: {
    'a token that two sites took': ['medium', jwt(shared, taken(API, 'https://pay.test'))],
    'a token that two hosts of one site took': [
      'low',
      jwt(shared, taken(API, 'https://chat.shop.example')),
    ],
    'an ID token for a client without a secret': [
      'low',
      { credentials: [idToken], flows: [flow(false)] },
    ],
    'a session with HS512': [
      'medium',
      jwt({ header: { alg: 'HS512' } }, { role: 'session', ...taken(API, 'https://pay.test') }),
    ],
  },
  passes: {
    'a token that one server took': jwt(shared, taken(API)),
    'a token that two ports of one host took': jwt(shared, taken(API, `${API}:8443`)),
    'a token that one site took and another refused': jwt(shared, {
      sightings: [
        ...taken(API).sightings,
        sighting({ origin: 'https://pay.test', lastExchange: exchange({ status: 401 }) }),
      ],
    }),
  },
  doesNotApply: {
    'a token without a signature, which has its own rule': jwt(shared, {
      ...taken(API, 'https://pay.test'),
      jwt: { header: { alg: 'HS256' }, claims: {}, unsigned: true },
    }),
    'a token with a public key': jwt({}, taken(API, 'https://pay.test')),
    'a token of the machine itself': jwt(
      shared,
      taken('http://localhost:3000', 'http://127.0.0.1:4000'),
    ),
    'a cookie, which hosts may ignore': jwt(shared, {
      sightings: [
        sighting({ carrier: 'cookie' }),
        sighting({ carrier: 'cookie', origin: 'https://chat.shop.example' }),
      ],
    }),
    'an ID token for a client with a secret': { credentials: [idToken], flows: [flow(true)] },
    'an opaque token': credential({ role: 'access-token', ...taken(API, 'https://pay.test') }),
  },
});
