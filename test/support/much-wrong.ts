import type { Observed } from '../../src/engine/pipeline/report-of.js';
import { cookie, DAYS, exchange, HOURS, jwt, sighting, T0 } from './credential.js';
import { answered, flow, IDP, logged, redeemed, SHOP } from './flow.js';

const login = exchange({ id: 'e2', method: 'POST', url: `${SHOP}/login`, status: 303 });
const forwarded = logged({
  id: 'e4',
  url: `${IDP}/login`,
  method: 'POST',
  status: 307,
  redirectUrl: `${SHOP}/callback`,
});
const year = { expires: 'at', expiresAt: T0 + 365 * DAYS } as const;

/** A visit with something of every kind, and much that is wrong. */
export const VISIT: Observed = {
  storageSites: [],
  credentials: [
    cookie({
      name: 'sid',
      ...year,
      attributes: { httpOnly: false, secure: false, sameSite: 'unset', persistent: true },
      cookie: { askedExpiresAt: year.expiresAt, written: [['Max-Age', '31536000']] },
      behaviour: { issuedAtLogin: login },
      sightings: [sighting({ carrier: 'cookie', locator: 'sid', count: 3 })],
    }),
    cookie({
      id: 'c2',
      name: 'remember',
      role: 'remember-me',
      ...year,
      attributes: { httpOnly: false, persistent: true },
      cookie: { askedExpiresAt: year.expiresAt, written: [['Max-Age', '31536000']] },
    }),
    jwt(
      { header: { alg: 'none' }, claims: { exp: undefined, aud: undefined } },
      {
        id: 'c3',
        carriers: ['header', 'localStorage'],
        sightings: [
          sighting({ count: 2 }),
          sighting({ carrier: 'localStorage', direction: 'stored', locator: 'token' }),
        ],
      },
    ),
  ],
  exchanges: [
    logged({ id: 'e1', url: `${SHOP}/` }, { carried: ['c1'] }),
    logged({ id: 'e2', url: `${SHOP}/login`, method: 'POST', status: 303 }, { set: ['c1'] }),
    logged({ id: 'e3', url: `${SHOP}/orders`, method: 'POST' }, { carried: ['c1', 'c3'] }),
    logged({ id: 'e5', url: `${SHOP}/login?password=***` }, { password: 'url' }),
    forwarded,
  ],
  moments: [
    { type: 'login', at: T0, site: SHOP, exchange: login },
    { type: 'login', at: T0, site: IDP, exchange: forwarded.ref },
  ],
  flows: [
    flow({
      asked: { state: undefined, nonce: undefined, code_challenge: undefined },
      steps: [answered(), redeemed()],
    }),
  ],
  trials: [],
  proofs: [],
  turnedAway: [],
  limits: [],
  requests: 5,
  from: T0,
  to: T0 + HOURS,
};
