import { describe, expect, it } from 'vitest';
import { Batches } from '../../../src/recording/log/batches.js';
import { LogWriter } from '../../../src/recording/log/log-text.js';
import type { LogRecord } from '../../../src/recording/record.js';

const record = (n: number): LogRecord => ({
  kind: 'sent',
  id: String(n),
  at: n,
  url: `https://a.test/${n}`,
  method: 'GET',
  type: 'fetch',
  frameId: 0,
  headers: [{ name: 'cookie', value: 'sid=1' }],
});

/** Batches of one request each, of which some begin anew. */
function batchesOf(count: number, fresh: ReadonlySet<number>): string[] {
  const writer = new LogWriter();
  return Array.from({ length: count }, (_, n) => {
    if (fresh.has(n)) writer.beginAnew();
    return `[${fresh.has(n) ? 1 : 0},${writer.write(record(n))}]`;
  });
}

function idsOf(texts: readonly (string | undefined)[]): { ids: string[]; unreadable: number } {
  const batches = new Batches();
  const records = texts.flatMap((text) => [...batches.read(text)]);
  const ids = records.map((one) => ('id' in one ? String(one.id) : one.kind));
  return { ids, unreadable: batches.missing(0) };
}

describe('batches of a log', () => {
  it('are read in their order', () => {
    expect(idsOf(batchesOf(4, new Set([0, 2])))).toEqual({
      ids: ['0', '1', '2', '3'],
      unreadable: 0,
    });
  });

  it('are read as far as they do not build on one that is not there, and the others counted', () => {
    const texts = batchesOf(6, new Set([0, 4]));
    expect(idsOf(texts.with(1, undefined as never))).toEqual({
      ids: ['0', '4', '5'],
      unreadable: 2,
    });
  });

  it('lose one line that cannot be read, and no other', () => {
    const strange = '[0,{"kind":"sent","id":"x","headers":[77]}]';
    const texts = batchesOf(2, new Set([0]));
    expect(idsOf([texts[0], strange, texts[1]])).toEqual({ ids: ['0', '1'], unreadable: 1 });
  });
});
