import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Join, MATCH_WITHIN, WAIT_FOR } from '../../../src/recording/requests/join.js';
import type { Body, Exchange } from '../../../src/engine/model.js';
import { LIMITS } from '../../../src/engine/settings.js';
import { Losses } from '../../../src/engine/losses.js';
import type { DevtoolsEntry } from '../../../src/recording/record.js';

const BODY: Body = { kind: 'json', mimeType: 'application/json', bytes: 2, fields: [] };

function exchange(id: string, startedAt: number, url = 'https://a.test/x', status = 200): Exchange {
  return {
    id,
    url,
    method: 'GET',
    type: 'fetch',
    startedAt,
    request: { headers: [] },
    response: { status, headers: [] },
  };
}

function entry(startedAt: number, url = 'https://a.test/x', status = 200): DevtoolsEntry {
  return {
    url,
    method: 'GET',
    type: 'fetch',
    startedAt,
    status,
    responseBody: BODY,
    requestHeaders: [],
    responseHeaders: [],
  };
}

describe('Join', () => {
  it('gives an exchange the bodies of the nearest entry', () => {
    const join = new Join();
    join.addExchange(exchange('1.0', 1_000));
    join.addExchange(exchange('2.0', 1_500));
    expect(join.addEntries([entry(1_450)], 2_000)).toEqual({
      bodies: [{ kind: 'bodies', exchangeId: '2.0', at: 2_000, response: BODY }],
      exchanges: [],
    });
    expect(join.addEntries([entry(1_451)], 2_001).bodies).toMatchObject([{ exchangeId: '1.0' }]);
  });

  it('hands on which cookies hold a password, to an exchange or with one', () => {
    const passwordCookies = [{ name: 'auth', held: 'plain' }] as const;
    const { responseBody: _, ...bare } = entry(1_450);
    const join = new Join();
    join.addExchange(exchange('1.0', 1_500));
    const joined = join.addEntries([{ ...bare, passwordCookies }], 2_000);
    expect(joined.bodies).toEqual([
      { kind: 'bodies', exchangeId: '1.0', at: 2_000, passwordCookies },
    ]);
    join.addEntries([{ ...bare, startedAt: 9_000, passwordCookies }], 9_100);
    const { exchanges } = join.settle(9_101 + WAIT_FOR);
    expect(exchanges).toMatchObject([{ id: 'd0', passwordCookies }]);
  });

  it('makes nothing of an entry that was never sent, or is under way', () => {
    const join = new Join();
    join.addEntries([entry(1_000, 'https://a.test/x', 0), entry(1_001)], 1_100);
    const { exchanges } = join.settle(1_100 + WAIT_FOR + 1);
    expect(exchanges.map(({ startedAt }) => startedAt)).toEqual([1_001]);
  });

  it('lets an entry wait for an exchange that is told of later', () => {
    const join = new Join();
    expect(join.addEntries([entry(1_000)], 1_100)).toEqual({ bodies: [], exchanges: [] });
    expect(join.addExchange(exchange('1.0', 1_020)).bodies).toMatchObject([{ exchangeId: '1.0' }]);
    expect(join.settle(99_999).exchanges).toEqual([]);
  });

  it('makes an exchange of an entry that nothing else tells of', () => {
    const join = new Join();
    join.addEntries([entry(1_000)], 1_100);
    expect(join.settle(1_100 + WAIT_FOR).exchanges).toEqual([]);
    expect(join.settle(1_101 + WAIT_FOR).exchanges).toMatchObject([
      { id: 'd0', startedAt: 1_000, response: { body: BODY } },
    ]);
    expect(join.settle(999_999).exchanges).toEqual([]);
  });

  it('ignores fragments and takes 304 for the 200 that a revalidation makes of it', () => {
    const join = new Join();
    join.addExchange(exchange('1.0', 1_000, 'https://a.test/x#token', 200));
    expect(join.addEntries([entry(1_000, 'https://a.test/x', 304)], 1_100).bodies).toHaveLength(1);
  });

  it.each([
    ['another URL', entry(1_000, 'https://a.test/y')],
    ['another status', entry(1_000, 'https://a.test/x', 500)],
    ['another time', entry(1_001 + MATCH_WITHIN)],
  ])('does not match %s', (_, other) => {
    const join = new Join();
    join.addExchange(exchange('1.0', 1_000));
    expect(join.addEntries([other], 5_000).bodies).toEqual([]);
  });

  it('knows an entry that is told again, as by a panel that was opened again', () => {
    const join = new Join();
    join.addExchange(exchange('1.0', 1_000));
    join.addEntries([entry(1_000)], 1_100);
    join.addEntries([entry(1_000)], 9_000);
    expect(join.settle(99_999).exchanges).toEqual([]);
  });

  it('keeps out what began before the record was cleared', () => {
    const join = new Join();
    join.startFrom(2_000);
    join.addEntries([entry(1_999), entry(2_000, 'https://a.test/new')], 2_100);
    expect(join.settle(99_999).exchanges).toMatchObject([{ url: 'https://a.test/new' }]);
  });

  it('never doubles and never loses, in whatever order both tell, over a restart too', () => {
    const request = fc.record({
      at: fc.nat(20_000),
      url: fc.constantFrom('https://a.test/x', 'https://a.test/y'),
    });
    fc.assert(
      fc.property(
        fc.array(request, { maxLength: 30 }),
        fc.infiniteStream(fc.boolean()),
        fc.nat(60),
        (requests, order, cut) => {
          const unique = [
            ...new Map(requests.map((one) => [`${one.at} ${one.url}`, one])).values(),
          ];
          const exchanges = unique.map(({ at, url }, index) => exchange(`${index}.0`, at, url));
          const entries = unique.map(({ at, url }) => entry(at, url));
          let join = new Join();
          const matched: string[] = [];
          let made = 0;
          for (let step = 0; exchanges.length + entries.length > 0; step++) {
            if (step === cut) join = new Join(JSON.parse(JSON.stringify(join.save())));
            const takeEntry = exchanges.length === 0 || (entries.length > 0 && order.next().value);
            const joined = takeEntry
              ? join.addEntries([entries.shift()!], 30_000 + step)
              : join.addExchange(exchanges.shift()!);
            matched.push(...joined.bodies.map(({ exchangeId }) => exchangeId));
            made += joined.exchanges.length;
          }
          made += join.settle(99_999).exchanges.length;
          expect(new Set(matched).size).toBe(matched.length);
          // Each entry becomes part of exactly one exchange, its own or another's.
          expect(matched.length + made).toBe(unique.length);
        },
      ),
    );
  });
});

describe('what a join has forgotten', () => {
  const told = (losses: Losses) => losses.save().map(({ what, lost }) => [what, lost]);
  const full = (losses: Losses) => {
    const join = new Join(undefined, losses);
    for (let at = 0; at < LIMITS.joinKeys + 2; at++)
      join.addExchange(exchange(`${at}.0`, 10 + at, `https://a.test/${at}`));
    return join;
  };

  it('makes entries of that time stay out, and counts them', () => {
    const losses = new Losses();
    const join = full(losses);
    expect(told(losses)).toEqual([]);
    join.addEntries([entry(10, 'https://a.test/0'), entry(5_000, 'https://a.test/new')], 6_000);
    expect(told(losses)).toEqual([['joinKeys', 1]]);
    const again = new Join(join.save(), losses);
    again.addEntries([entry(11, 'https://a.test/1')], 6_001);
    expect(told(losses)).toEqual([['joinKeys', 2]]);
  });

  it('is nothing where the record was cleared on purpose', () => {
    const losses = new Losses();
    const join = full(losses);
    join.startFrom(9_000);
    expect(join.addEntries([entry(10, 'https://a.test/0')], 9_001).bodies).toEqual([]);
    expect(told(losses)).toEqual([]);
  });
});
