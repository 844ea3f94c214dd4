import { expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec, START } from '../../../support/exchange.js';
import { jwtOf } from '../../../support/jose.js';
import { analysisOf, options } from '../../../support/told-analysis.js';

// The logout leaves a cookie that logs in by what is in it.

const SITE = 'https://shop.test';
const value = jwtOf({ sub: '42', exp: START / 1000 + 86_400 });
const sends = { cookie: `access_token=${value}` };
const go = (path: string, at: number, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, at: START + at * 1_000, takes: 50, ...more });
const toLogin = { status: 302, redirectUrl: `${SITE}/login`, gets: { location: '/login' } };
const visit = [
  go('/account', 1, toLogin),
  go('/login', 2, {
    method: 'POST',
    requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=correct'),
    status: 303,
    redirectUrl: `${SITE}/account`,
    gets: {
      'set-cookie': `access_token=${value}; Path=/; HttpOnly; Secure; SameSite=Lax`,
      location: '/account',
    },
  }),
  go('/account', 3, { sends }),
  go('/account', 4, { sends }),
  go('/logout', 5, { method: 'POST', sends, status: 303, redirectUrl: `${SITE}/` }),
];

it.each([
  [
    'is no proof of what the server did',
    'bad',
    /unless the server has ended it, which was not/,
    {},
  ],
  ['logs nobody in where it was refused', 'good', /was refused with the old access_token/, toLogin],
])('what a logout leaves %s', (_, outcome, said, more) => {
  const steps = [...visit, ...(more === toLogin ? [go('/account', 9, { sends, ...more })] : [])];
  const report = analysisOf(steps.map((one) => ({ kind: 'exchange', exchange: one }))).report({
    ...options,
    now: START + 60_000,
  });
  const answers = report.sites.flatMap((site) => site.answers);
  expect(answers.filter(({ question }) => question === 'logout')).toEqual([
    expect.objectContaining({ outcome, text: expect.stringMatching(said) as unknown }),
  ]);
});
