import { checkpointOf, restoredFrom } from '../support/checkpoint.js';
import { describe, expect, it } from 'vitest';
import type { Body } from '../../src/engine/model.js';
import { LIMITS } from '../../src/engine/settings.js';
import type { LogRecord } from '../../src/recording/record.js';
import { Recording } from '../../src/recording/recording.js';
import { exchange, START } from '../support/exchange.js';
import { recorded, request } from '../support/recorded.js';
import { sid, SITE, OPTIONS, limitsOf } from '../support/recorded-limits.js';

describe('what a recording lets go', () => {
  it('is the uneventful first, then what nothing points at, and is told', () => {
    const recording = recorded(
      ...request(0, { sets: `PHPSESSID=${sid}; Path=/` }),
      ...Array.from({ length: 300 }, (_, at) => request(at + 1, { url: `${SITE}/i/${at}` })).flat(),
      ...request(400, { sends: `PHPSESSID=${sid}` }),
    );
    const { size } = recording.exchanges;
    recording.shrink(size / 2);
    expect(recording.exchanges.has('0.0')).toBe(true);
    expect(recording.exchanges.has('400.0')).toBe(true);
    expect(recording.exchanges.has('1.0')).toBe(false);
    const { dropped } = recording.exchanges;
    expect(dropped).toBeGreaterThan(100);
    const report = recording.report(OPTIONS);
    expect(report.source.dropped).toBe(dropped);
    expect(limitsOf(recording)).toEqual([['exchanges', dropped]]);
  });

  it('is what a report points at only where nothing else is left', () => {
    const recording = recorded(
      ...request(0, { sets: `PHPSESSID=${sid}; Path=/` }),
      ...Array.from({ length: 50 }, (_, at) =>
        request(at + 1, { sends: `PHPSESSID=${sid}`, url: `${SITE}/${at}` }),
      ).flat(),
    );
    recording.shrink(recording.exchanges.size / 4);
    expect(recording.exchanges.has('0.0')).toBe(true);
    expect(recording.exchanges.has('50.0')).toBe(true);
    recording.shrink(0);
    expect(recording.exchanges.count).toBe(0);
  });
});

describe('a bound of a recording', () => {
  const body = (limits: Body['limits']): Body => ({
    kind: 'json',
    mimeType: 'application/json',
    bytes: 1,
    fields: [],
    ...(limits && { limits }),
  });

  it('that an exchange or its bodies reached is told, summed', () => {
    const cut = { what: 'body', limit: LIMITS.body, lost: 1 };
    const one = { ...exchange({ url: SITE, requestBody: body([cut]), responseBody: body([cut]) }) };
    const two = { ...exchange({ url: SITE }), limits: [{ what: 'url', limit: 1, lost: 2 }] };
    const recording = Recording.fromExchanges([one, two], { limits: [cut] });
    expect(limitsOf(recording)).toEqual([
      ['body', 3],
      ['url', 2],
    ]);
  });

  it('of requests in flight, domains, areas, marks and cookies is told', () => {
    const records: LogRecord[] = [];
    const sent = (id: number, host: string) => request(id, { url: `https://${host}/` })[0]!;
    for (let at = 0; at < LIMITS.pending + 2; at++) records.push(sent(at, 'a.test'));
    for (let at = 0; at < LIMITS.domains + 3; at++)
      records.push({ kind: 'navigated', at: START, url: `https://s${at}.test/` });
    for (let at = 0; at < LIMITS.areas + 4; at++)
      records.push({
        kind: 'storage-observed',
        at: START,
        origin: `https://s${at}.test`,
        area: 'localStorage',
        whole: true,
        set: [],
        removed: [],
        dropped: 0,
      });
    for (let at = 0; at < LIMITS.marks + 1; at++)
      records.push({ kind: 'marked', at: START, name: String(at) });
    records.push({ kind: 'jar', at: START, site: SITE, cookies: [], dropped: 5 });
    const limits = Object.fromEntries(limitsOf(recorded(...records)));
    // Every domain past the limit, of the sites that were shown as of those that took part.
    expect(limits).toEqual({ pending: 2, domains: 7, areas: 4, marks: 1, jarCookies: 5 });
  });

  it('of marks counts none that was taken away: that one makes room', () => {
    const marked = (at: number): LogRecord => ({ kind: 'marked', at, name: `${at - START}` });
    const noted = (id: number, deleted: boolean): LogRecord => ({
      kind: 'mark-noted',
      at: START + 50,
      id,
      deleted,
    });
    const full = Array.from({ length: LIMITS.marks }, (_, at) => marked(START + at));
    const names = (recording: Recording) => recording.marks.views().map(({ name }) => name);
    const all = full.map((_, at) => String(at));
    const roomy = recorded(...full, noted(4, true), marked(START + 60));
    expect(names(roomy)).toEqual([...all.filter((name) => name !== '3'), '60']);
    expect(limitsOf(roomy)).toEqual([]);
    const back = recorded(...full, noted(4, true), noted(4, false), marked(START + 60));
    expect(names(back)).toEqual([...all.slice(1), '60']);
    expect(limitsOf(back)).toEqual([['marks', 1]]);
  });

  it('of storage is told as of the last look', () => {
    const look = (dropped: number): LogRecord => ({
      kind: 'storage-observed',
      at: START,
      origin: SITE,
      area: 'localStorage',
      whole: true,
      set: [{ key: 'k', value: 'v', length: 9, cut: true }],
      removed: [],
      dropped,
    });
    expect(limitsOf(recorded(look(7), look(3)))).toEqual([
      ['storageItems', 3],
      ['storageValue', 1],
    ]);
  });

  it('goes on in a checkpoint', () => {
    const cut = { what: 'body', limit: LIMITS.body, lost: 1 };
    const recording = Recording.fromExchanges([], { limits: [cut] });
    const again = restoredFrom(checkpointOf(recording));
    expect(limitsOf(again)).toEqual([['body', 1]]);
  });
});
