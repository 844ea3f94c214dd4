import { describe, expect, it } from 'vitest';
import { exchange, START } from '../../support/exchange.js';
import { analysisOf, options } from '../../support/told-analysis.js';

describe('requests that overlap', () => {
  const SHOP = 'https://shop.test';
  const [first, second] = [
    '3f9c0a7be1d2458695c1f02ad7b64e83',
    'a81be5d07c3f49622b6e94f0d1c87a35',
  ] as const;
  const sends = (value: string) => ({ cookie: `sid=${value}` });
  const sets = (value: string) => ({ 'set-cookie': `sid=${value}; Path=/; HttpOnly; Secure` });
  const page = exchange({ url: SHOP, at: START, takes: 100, gets: sets(first) });
  const home = exchange({ url: `${SHOP}/home`, at: START + 500, takes: 100, sends: sends(first) });
  const slow = exchange({
    url: `${SHOP}/renew`,
    method: 'POST',
    at: START + 1_000,
    takes: 3_000,
    sends: sends(first),
    gets: sets(second),
  });
  const after = exchange({
    url: `${SHOP}/end`,
    at: START + 9_000,
    takes: 100,
    sends: sends(second),
  });

  const between = (more: object) =>
    exchange({
      url: `${SHOP}/home`,
      at: START + 2_000,
      takes: 2_500,
      sends: sends(first),
      ...more,
    });
  const told = (exchanges: ReturnType<typeof exchange>[]) =>
    analysisOf(exchanges.map((one) => ({ kind: 'exchange', exchange: one })));

  it('do not change a cookie back that was renewed while they were under way', () => {
    for (const fast of [between({ takes: 200 }), between({})]) {
      const [sid, ...others] = told(
        [page, home, fast, slow, after].sort((a, b) => a.endedAt! - b.endedAt!),
      ).credentials();
      expect(others).toEqual([]);
      expect(sid).toMatchObject({
        valueCount: 2,
        value: second,
        life: [{ type: 'rotated', count: 1, exchange: { id: slow.id }, at: slow.endedAt }],
      });
    }
  });

  it('lose no session because it was renewed while they were under way', () => {
    const thrownOut = between({ status: 302, redirectUrl: `${SHOP}/login` });
    const types = (list: ReturnType<typeof exchange>[]) =>
      told(list)
        .report(options)
        .events.map(({ type }) => type);
    expect(types([page, home, slow, thrownOut, after])).not.toContain('session-lost');
    // Sent after the renewal, and answered with another id still: that is a loss.
    const lost = exchange({
      url: `${SHOP}/home`,
      at: START + 8_000,
      takes: 10,
      status: 302,
      redirectUrl: `${SHOP}/login`,
      sends: sends(second),
      gets: sets(first),
    });
    const used = exchange({
      url: `${SHOP}/home`,
      at: START + 7_000,
      takes: 10,
      sends: sends(second),
    });
    expect(types([page, home, slow, thrownOut, used, lost])).toContain('session-lost');
  });
});
