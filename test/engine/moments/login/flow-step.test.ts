import { expect, it } from 'vitest';
import { isNextFlowStep } from '../../../../src/engine/moments/login/flow-step.js';
import { cookie, login, momentsOf, SHOP } from '../../../support/shop-moments.js';

const at = (query: string, path = '/idp/SSO') => `${SHOP}${path}?${query}`;

it.each([
  ['execution=e1s1', 'execution=e1s2'],
  ['execution=e12s9', 'execution=e12s10'],
  ['_flowExecutionKey=e1s1', '_flowExecutionKey=e1s2'],
])('is the next step of a flow: %s, %s', (from, to) => {
  expect(isNextFlowStep(at(from), at(to))).toBe(true);
});

it.each([
  ['execution=e1s1', at('execution=e1s1')],
  ['execution=e1s2', at('execution=e1s1')],
  ['execution=e1s1', at('execution=e2s1')],
  ['execution=e1s1', at('execution=e1s2', '/other')],
  ['step=1', at('step=2')],
  ['execution=e1s1', at('error=1')],
])('is none: %s, %s', (from, to) => {
  expect(isNextFlowStep(at(from), to)).toBe(false);
});

it('is a login where it gave something', () => {
  const sent = (gets: Record<string, string>) => ({
    ...login({ redirectUrl: at('execution=e1s2'), gets }),
    url: at('execution=e1s1'),
  });
  expect(momentsOf([sent(cookie('idp_session'))])).toEqual(['login shop.test /idp/SSO']);
  expect(momentsOf([sent({})])).toEqual([]);
});
