import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('sent-cookies');
const id = () => random.bytes(16).toString('hex');

describe('a cookie that is sent', () => {
  it('is that of the partition of its page', () => {
    const [a, b, c] = [id(), id(), id()];
    const frame = (page: string, more: object) =>
      exchange({ url: 'https://cdn.test/', type: 'frame', topUrl: `https://${page}/`, ...more });
    const line = (value: string) => `id=${value}; Path=/; Secure; SameSite=None; Partitioned`;
    const analysis = new Analysis();
    analysis.addExchange(frame('p1.test', { gets: { 'set-cookie': line(a) } }));
    analysis.addExchange(frame('p2.test', { gets: { 'set-cookie': line(b) } }));
    analysis.addExchange(frame('p2.test', { sends: { cookie: `id=${c}` } }));
    expect(analysis.credentials().map(({ value }) => value)).toEqual([a, c]);
  });

  it('over plain http is none that is Secure', () => {
    const [a, b] = [id(), id()];
    const analysis = new Analysis();
    const line = `sid=${a}; Path=/; Secure; HttpOnly`;
    analysis.addExchange(exchange({ url: 'https://shop.test/', gets: { 'set-cookie': line } }));
    analysis.addExchange(exchange({ url: 'http://shop.test/', sends: { cookie: `sid=${b}` } }));
    expect(analysis.credentials().map(({ value, life }) => [value, life])).toEqual([
      [a, []],
      [b, []],
    ]);
  });

  it('after it was refused was not refused', () => {
    const value = id();
    const analysis = new Analysis();
    const line = `sid=${value}; Path=/; SameSite=None`;
    analysis.addExchange(exchange({ url: 'https://shop.test/', gets: { 'set-cookie': line } }));
    expect(analysis.credentials()[0]!.cookie?.rejected?.reason).toBe('samesite-none-insecure');
    analysis.addExchange(
      exchange({ url: 'https://shop.test/', sends: { cookie: `sid=${value}` } }),
    );
    expect(analysis.credentials()).toHaveLength(1);
    expect(analysis.credentials()[0]!.cookie?.rejected).toBeUndefined();
  });

  it('still, long after a deletion, was not deleted', () => {
    const value = id();
    const visit = (later: number) => {
      const analysis = new Analysis();
      const set = (at: number, line: string) =>
        exchange({ url: 'https://shop.test/', at: START + at, gets: { 'set-cookie': line } });
      analysis.addExchange(set(0, `sid=${value}; Path=/`));
      analysis.addExchange(set(1_000, 'sid=; Path=/; Max-Age=0'));
      const sends = { cookie: `sid=${value}` };
      analysis.addExchange(
        exchange({ url: 'https://shop.test/x', at: START + 1_000 + later, sends }),
      );
      return analysis.credentials()[0]!.cookie?.clearedAt !== undefined;
    };
    expect(visit(200)).toBe(true);
    expect(visit(5_000)).toBe(false);
  });

  const values = (analysis: Analysis) =>
    analysis.credentials().map(({ value, pastValues }) => [value, ...pastValues]);

  it('is told by its value from those of the same name, and else by the order of paths', () => {
    const [a, b, c, d, e] = [id(), id(), id(), id(), id()];
    const analysis = new Analysis();
    const send = (at: number, cookie: string, path = '/app/x') =>
      analysis.addExchange(
        exchange({ url: `https://shop.test${path}`, at: START + at, sends: { cookie } }),
      );
    const lines = [`sid=${a}; Path=/`, `sid=${b}; Path=/app`];
    analysis.addExchange(
      exchange({ url: 'https://shop.test/', at: START, gets: { 'set-cookie': lines } }),
    );
    send(1_000, `sid=${c}; sid=${a}`);
    expect(values(analysis)).toEqual([[a], [c, b]]);
    send(2_000, `sid=${d}; sid=${e}`);
    expect(values(analysis)).toEqual([
      [e, a],
      [d, c, b],
    ]);
  });

  it('is one of several where nothing is known of them but that they come together', () => {
    const [a, b] = [id(), id()];
    const analysis = new Analysis();
    for (const n of [1, 2, 3]) {
      const sends = { cookie: `sid=${a}; sid=${b}` };
      analysis.addExchange(exchange({ url: 'https://shop.test/', at: START + n, sends }));
    }
    expect(values(analysis)).toEqual([[a], [b]]);
    expect(analysis.credentials().flatMap(({ life }) => life)).toEqual([]);
  });

  it.each([
    ['the site', '/', [0, 1]],
    ['the application alone', '/app', [1, 0]],
    ['the application alone, with a slash', '/app/', [1, 0]],
  ])('and renewed for %s is followed there, and one that stays is its own', (_, path, [a, b]) => {
    const before = [id(), id()];
    const [first, second] = [id(), id()];
    const line = (value: string) => `ticket=${value}; Path=${path}; Secure; HttpOnly`;
    const analysis = new Analysis();
    const go = (at: number, sent: readonly string[], set?: string) =>
      analysis.addExchange(
        exchange({
          url: 'https://shop.test/app/page',
          at: START + at,
          sends: { cookie: sent.map((value) => `ticket=${value}`).join('; ') },
          ...(set ? { gets: { 'set-cookie': line(set) } } : {}),
        }),
      );
    const renewed = (value: string) => before.map((old, at) => (at === b ? value : old));
    go(1_000, before, first);
    go(2_000, renewed(first), second);
    go(3_000, renewed(second));
    const told = analysis.credentials().map(({ value, pastValues, life, attributes }) => ({
      values: [value, ...pastValues],
      rotated: life.filter(({ type }) => type === 'rotated').length,
      path: attributes?.path,
    }));
    expect(told[a!]).toEqual({ values: [before[a!]], rotated: 0, path: undefined });
    expect(told[b!]).toEqual({ values: [second, first, before[b!]], rotated: 2, path });
  });

  it('is one of its own where it comes beside the one that a line seemed to give in its place', () => {
    const [stays, set, renewed] = [id(), id(), id()];
    const analysis = new Analysis();
    const go = (at: number, cookie: string, line?: string) =>
      analysis.addExchange(
        exchange({
          url: 'https://shop.test/app/page',
          at: START + at,
          sends: { cookie },
          ...(line ? { gets: { 'set-cookie': `${line}; Path=/; HttpOnly` } } : {}),
        }),
      );
    go(1_000, `nr=${stays}`, `nr=${set}`);
    expect(values(analysis)).toEqual([[set, stays]]);
    go(2_000, `nr=${stays}; nr=${set}`, `nr=${renewed}`);
    go(3_000, `nr=${stays}; nr=${renewed}`);
    expect(values(analysis)).toEqual([[renewed, set], [stays]]);
    const rotated = analysis
      .credentials()
      .map(({ life }) => life.filter(({ type }) => type === 'rotated').length);
    expect(rotated).toEqual([1, 0]);
  });
});

describe('many cookies of one name', () => {
  const sent = (values: readonly string[]) => {
    const analysis = new Analysis();
    const cookie = values.map((value) => `sid=${value}`).join('; ');
    for (const path of ['/', '/a'])
      analysis.addExchange(exchange({ url: `https://shop.test${path}`, sends: { cookie } }));
    return analysis.credentials();
  };

  it('are as many as their values, however often each stands there', () => {
    const [a, b] = [id(), id()];
    const told = sent([a, b, a, a, b]);
    expect(told.map(({ value }) => value)).toEqual([a, b]);
    expect(told.map(({ sightings }) => sightings[0]?.count)).toEqual([6, 4]);
  });

  // Read pair by pair against all the others, these would take longer than a test may.
  it('are read, though no browser would send them', () => {
    const values = Array.from({ length: 4_000 }, (_, at) => `${at}-${id()}`);
    expect(sent(values).length).toBeGreaterThan(500);
    expect(sent(values.map(() => 'x'))).toHaveLength(1);
  });
});
