import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { SIGNED_BUILDERS } from '../../support/signed-builders.js';

// A cookie of state beside the one that a login gives: messages, a cart, a value against forgery.

const SITE = 'https://wiki.test';
const random = new Seeded('left by logout');

/** Roles of both; `atLogout`: what the logout's answer sets beside clearing the ticket. */
function rolesOf(state: () => string, atLogout: string[] = [], ticket = random.base62(40)) {
  const [first, second] = [`shop=${state()}`, `shop=${state()}`];
  const given = `ticket=${ticket}`;
  const sends = { cookie: `${second}; ${given}` };
  const analysis = new Analysis();
  for (const one of [
    exchange({ url: `${SITE}/`, gets: { 'set-cookie': `${first}; Path=/; HttpOnly` } }),
    exchange({
      url: `${SITE}/login`,
      method: 'POST',
      requestBody: readBody('application/x-www-form-urlencoded', 'u=ada&password=x'),
      sends: { cookie: first },
      gets: { 'set-cookie': [`${given}; Path=/; HttpOnly`, `${second}; Path=/; HttpOnly`] },
      status: 303,
      redirectUrl: `${SITE}/home`,
    }),
    exchange({ url: `${SITE}/home`, sends }),
    exchange({
      url: `${SITE}/logout`,
      method: 'POST',
      sends,
      gets: { 'set-cookie': ['ticket=; Path=/; Max-Age=0', ...atLogout] },
      status: 303,
      redirectUrl: `${SITE}/`,
    }),
    exchange({ url: `${SITE}/`, sends: { cookie: second } }),
  ])
    analysis.addExchange(one);
  return Object.fromEntries(analysis.credentials().map(({ name, role }) => [name, role]));
}

const STATES = ['Fernet', 'iron-session', 'Mojolicious', 'Rails', 'Flask', 'Pyramid', 'Play'];
const built = (issuer: string) => () => SIGNED_BUILDERS[issuer]!(random);

describe.each(STATES)('state that %s makes', (issuer) => {
  it('holds nobody where the logout left it alone', () => {
    expect(rolesOf(built(issuer))).toEqual({ shop: 'other', ticket: 'session' });
  });

  it('may hold the user where the logout set it anew', () => {
    const anew = `shop=${built(issuer)()}; Path=/; HttpOnly`;
    expect(rolesOf(built(issuer), [anew]).shop).toBe('session');
  });
});

it.each([
  ['an id', () => random.base62(32)],
  ['a signed id', built('Express')],
])('%s may be ended by the server alone', (_what, state) => {
  expect(rolesOf(state).shop).toBe('session');
});
