import { Known } from '../../src/engine/known.js';
import type { Credential } from '../../src/engine/model.js';
import type { Moment } from '../../src/engine/moments/moment.js';
import { judge } from '../../src/engine/rules/judge.js';
import { verdictsOf } from '../../src/engine/verdict/verdict.js';
import { exchange, sighting, T0 } from './credential.js';
import { logged } from './flow.js';

export const sent = (origin = 'https://shop.example') => [
  sighting({ carrier: 'cookie', locator: 'sid', origin }),
];
export const value = 'kR7mW2xQ9vT4bN8zH5cJ1fD6gP3sY0aL';
export const used = { sightings: sent(), value };

/** A page of the shop whose headers leave nothing to wish for. */
export const page = logged(
  {
    url: 'https://shop.example/',
    gets: { 'strict-transport-security': 'max-age=31536000; includeSubDomains' },
  },
  { carried: ['c1'] },
);

export const SHOP = 'https://shop.example';
const moment = (type: Moment['type'], at: number): Moment => ({
  type,
  at,
  site: SHOP,
  exchange: exchange({ id: `${type}-${at}`, method: 'POST', url: `${SHOP}/${type}` }),
});
/** A whole visit, in a page whose storage was looked at. */
export const WHOLE = {
  moments: [moment('login', T0 - 9_000), moment('logout', T0 - 8_000)],
  storageSites: [SHOP],
};

export function verdictOf(...credentials: Credential[]) {
  const known = new Known({ now: T0, credentials, exchanges: [page], ...WHOLE });
  return verdictsOf(known, judge(known))[0]!;
}
