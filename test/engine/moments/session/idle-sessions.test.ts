import { describe, expect, it } from 'vitest';
import type { ExchangeSpec } from '../../../support/exchange.js';
import {
  first,
  go,
  seen,
  sid,
  startAgain,
  toLogin,
  work,
} from '../../../support/logged-out-shop.js';

describe('a session that was not used for a while', () => {
  const visit = (wait: number, more: Omit<ExchangeSpec, 'url'> = {}) => {
    startAgain();
    return [
      go('/account', toLogin),
      ...work(first),
      go('/account', { sends: sid(first), wait, ...more }),
      go('/account', { sends: sid(first) }),
    ];
  };

  it('is told by the longest time after which it was accepted', () => {
    expect(seen(visit(30 * 3_600_000)).idle?.away).toBe(30 * 3_600_000);
  });

  it.each([
    ['short breaks', visit(600_000)],
    ['a session that was refused then', visit(30 * 3_600_000, toLogin)],
    ['an address that nobody was turned away from', visit(30 * 3_600_000).slice(1)],
  ])('says nothing of %s', (_what, steps) => {
    expect(seen(steps).idle).toBeUndefined();
  });
});
