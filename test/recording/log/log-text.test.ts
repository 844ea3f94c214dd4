import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogReader, LogWriter } from '../../../src/recording/log/log-text.js';
import type { LogRecord } from '../../../src/recording/record.js';
import type { AnsweredEvent, SentEvent } from '../../../src/recording/requests/request-event.js';

const subject = (id: string) => ({
  id,
  at: 1,
  url: `https://a.test/${id}`,
  method: 'GET',
  type: 'fetch' as const,
  frameId: 0,
  initiator: 'https://a.test',
});
const HEADERS = [{ name: 'cookie', value: 'sid=0123456789abcdef0123456789abcdef' }];
const sent = (id: string, headers = HEADERS): SentEvent => ({
  kind: 'sent',
  ...subject(id),
  headers,
});
const answered = (id: string, more: Partial<AnsweredEvent> = {}): AnsweredEvent => ({
  kind: 'answered',
  ...subject(id),
  at: 2,
  status: 200,
  headers: [{ name: 'vary', value: 'Origin' }],
  ...more,
});

function throughText(records: readonly LogRecord[]): LogRecord[] {
  const [writer, reader] = [new LogWriter(), new LogReader()];
  return records.map((record) => reader.read(JSON.parse(writer.write(record)) as object));
}

describe('the text of a log', () => {
  it('says once what comes again', () => {
    const writer = new LogWriter();
    const first = writer.write(sent('1')) + writer.write(answered('1'));
    const second = writer.write(sent('2')) + writer.write(answered('2'));
    expect(second.length).toBeLessThan(0.8 * first.length);
    expect(second).not.toContain('sid=');
    expect(writer.write(answered('2'))).not.toContain('a.test');
  });

  it('can be read from where it begins anew', () => {
    const writer = new LogWriter();
    writer.write(sent('1'));
    writer.beginAnew();
    const later = [sent('2'), answered('1')];
    const reader = new LogReader();
    const read = later.map((one) => reader.read(JSON.parse(writer.write(one)) as object));
    expect(read).toEqual(later);
  });

  it('tells a redirect as what it is', () => {
    const away = { url: 'https://a.test/else', topUrl: 'https://b.test/' };
    const records = [sent('1'), answered('1', away), { ...sent('1'), ...away }, answered('1')];
    expect(throughText(records)).toEqual(records);
  });

  it('is what was written, however much there is', () => {
    const header = fc.record({
      name: fc.constantFrom('cookie', 'x-a', '__proto__'),
      value: fc.oneof(fc.constantFrom('a', 'b\nc'), fc.string({ maxLength: 3_000 })),
    });
    const record = fc.oneof(
      fc.tuple(fc.constantFrom('1', '2', '3'), fc.array(header)).map(([id, all]) => sent(id, all)),
      fc
        .tuple(fc.constantFrom('1', '2', '3'), fc.array(header))
        .map(([id, headers]) => answered(id, { headers })),
      fc.constant<LogRecord>({ kind: 'loaded', at: 3 }),
    );
    fc.assert(
      fc.property(fc.array(record, { maxLength: 120 }), (records) => {
        expect(throughText(records)).toEqual(records);
      }),
      { numRuns: 60 },
    );
  });
});
