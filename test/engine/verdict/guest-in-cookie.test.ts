import { expect, it } from 'vitest';
import { form } from '../../support/bodies.js';
import { at, hex, leadsTo, post } from '../../support/box-site.js';
import { jwtOf } from '../../support/jose.js';
import { analysisOf, options } from '../../support/told-analysis.js';

// One cookie for everybody, in which a JWT says whether somebody is logged in.

const value = (authenticated: boolean) =>
  jwtOf({ sid: hex(), sub: authenticated ? 'u1' : 'anonymous', authenticated });
const gives = (one: string) => ({ 'set-cookie': `box=${one}; Path=/; HttpOnly` });
const sends = (one: string) => ({ cookie: `box=${one}` });

it('is what the site knew its user by, though a guest’s value took its place', () => {
  const [before, user, after] = [value(false), value(true), value(false)];
  const login = { requestBody: form('u=a&pw=x'), ...leadsTo('/home') };
  const steps = [
    at('/', { gets: gives(before) }),
    post('/login', { ...login, sends: sends(before), gets: gives(user) }),
    at('/home', { sends: sends(user) }),
    post('/logout', { sends: sends(user), ...leadsTo('/'), gets: gives(after) }),
    at('/', { sends: sends(after) }),
  ];
  const all = steps.map((one) => ({ kind: 'exchange' as const, exchange: one }));
  expect(analysisOf(all).report(options).sites[0]?.mechanism).toBe('token-cookie');
});

it('is nobody’s where nobody logged in', () => {
  const before = value(false);
  const steps = [at('/', { gets: gives(before) }), at('/home', { sends: sends(before) })];
  const all = steps.map((one) => ({ kind: 'exchange' as const, exchange: one }));
  expect(analysisOf(all).report(options).sites[0]?.mechanism).toBe('none');
});
