import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../support/exchange.js';
import { Seeded } from '../../support/tokens.js';

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
});
