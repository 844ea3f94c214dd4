import { describe, expect, it } from 'vitest';
import { readHar } from '../../../../src/engine/normalize/sources/har.js';
import { endBeforeRedirect, endOf } from '../../../../src/engine/normalize/sources/har-times.js';
import { exchange } from '../../../support/exchange.js';

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

describe('an answer had come', () => {
  it.each<[string, object, number | undefined]>([
    ['when all of it had, where nothing else is told', { time: 80 }, 1_080],
    ['before it was read', { time: 80, timings: { receive: 30 } }, 1_050],
    [
      'when all of it had, where that was not measured',
      { time: 80, timings: { receive: -1 } },
      1_080,
    ],
    ['within a day', { time: 86_400_000 }, 86_401_000],
    ['nobody knows when, where it took more', { time: 86_400_001 }, undefined],
    ['nobody knows when, where it took less than none', { time: -1 }, undefined],
    ['nobody knows when, where no number says so', { time: '80' }, undefined],
    ['nobody knows when, of a socket', { time: 80, _resourceType: 'websocket' }, undefined],
  ])('%s', (_, written, endedAt) =>
    expect(endOf({ ...written }, 1_000)).toEqual(endedAt === undefined ? {} : { endedAt }),
  );
});

describe('a redirect was answered', () => {
  const A = 'https://a.test/';
  const redirect = (more: object = {}) =>
    exchange({ url: `${A}login`, at: 1_000, takes: 100, redirectUrl: `${A}home`, ...more });
  const next = (at: number, url = `${A}home`) => exchange({ url, at });

  it.each([
    ['when the next request began', [next(1_060)], 1_060],
    ['so, whatever part of the page is meant', [next(1_060, `${A}home#top`)], 1_060],
    ['when it is said, where the next began after that', [next(1_100)], 1_100],
    ['when it is said, where the next began long before', [next(1_049)], 1_100],
    ['when it is said, where another address was asked for', [next(1_060, `${A}list`)], 1_100],
  ])('%s', (_, others, endedAt) => {
    const all = [redirect(), ...others];
    endBeforeRedirect(all);
    expect(all[0]?.endedAt).toBe(endedAt);
  });

  it('not before it was asked for', () => {
    const all = [next(990), redirect({ takes: 20 })];
    endBeforeRedirect(all);
    expect(all[1]?.endedAt).toBe(1_020);
  });
});
