import { describe, expect, it } from 'vitest';
import { readHar } from '../../../src/engine/normalize/har.js';

const entry = (url: string, startedDateTime: string, time: number) => ({
  startedDateTime,
  time,
  request: { method: 'GET', url: `https://a.test${url}`, headers: [] },
  response: { status: 200, headers: [], content: {} },
});

const read = (...entries: object[]) => readHar({ log: { entries } });
const codes = ({ diagnoses }: ReturnType<typeof read>) => diagnoses.map(({ code }) => code);

const FIRST = '2026-05-04T10:00:00Z';
const SECOND = '2026-05-04T10:00:01.000Z';

describe('times in whole seconds', () => {
  it('leave the entries of one second in their order, each answered before the next', () => {
    const har = read(
      entry('/login', FIRST, 300),
      entry('/home', FIRST, 80),
      entry('/list', SECOND, 900),
      entry('/logout', SECOND, 40),
    );
    const { exchanges } = har;
    expect(exchanges.map(({ url }) => url.slice(14))).toEqual([
      '/login',
      '/home',
      '/list',
      '/logout',
    ]);
    for (const [at, { startedAt, endedAt = 0 }] of exchanges.entries())
      expect(endedAt).toBeLessThanOrEqual(exchanges[at + 1]?.startedAt ?? startedAt + 41);
    expect(codes(har)).toContain('whole-seconds');
  });

  it('move nothing out of its second, however many there are', () => {
    const { exchanges } = read(
      ...Array.from({ length: 3_000 }, (_, at) => entry(`/${at}`, FIRST, 10)),
      entry('/last', SECOND, 10),
    );
    expect(exchanges.map(({ id }) => id)).toEqual(exchanges.map((_, at) => `h${at + 1}`));
    const starts = exchanges.map(({ startedAt }) => startedAt);
    expect(starts.at(-2)! - starts[0]!).toBeLessThan(1_000);
  });

  it('cannot end early what went on for longer than was left out', () => {
    const [long] = read(entry('/poll', FIRST, 25_000), entry('/home', FIRST, 80)).exchanges;
    expect(long!.endedAt! - long!.startedAt).toBe(25_000);
  });

  it.each([
    ['one entry has more', [FIRST, FIRST, '2026-05-04T10:00:02.125Z']],
    ['no two entries share one', [FIRST, SECOND]],
  ])('are taken as they are where %s', (_, times) => {
    const har = read(...times.map((time, at) => entry(`/${at}`, time, 300)));
    expect(har.exchanges.map(({ startedAt }) => startedAt)).toEqual(times.map(Date.parse));
    expect(har.exchanges.every(({ startedAt, endedAt }) => endedAt === startedAt + 300)).toBe(true);
    expect(codes(har)).not.toContain('whole-seconds');
  });
});
