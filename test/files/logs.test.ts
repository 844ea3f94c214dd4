import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEntry, isHar, joinedLogs, logOf } from '../../src/files/logs.js';

const entry = (more: object = {}) => ({
  startedDateTime: '2026-01-01T00:00:00Z',
  request: { method: 'GET', url: 'https://a.test/', headers: [] },
  response: { status: 200, headers: [] },
  ...more,
});
const ENTRIES = [entry(), entry()];
const LOG = { version: '1.2', entries: ENTRIES };

describe('the log', () => {
  it.each<[string, unknown]>([
    ['a HAR file', { log: LOG }],
    ['its log alone', LOG],
    ['a list of entries', ENTRIES],
    [
      'a list of HAR files',
      [{ log: { entries: [ENTRIES[0]] } }, { log: { entries: [ENTRIES[1]] } }],
    ],
    ['a HAR file in an answer', { status: 'ok', har: { log: LOG } }],
    ['a log in an answer', { result: { data: { log: LOG } } }],
    ['entries of another name', { requests: ENTRIES }],
    ['entries in a wrapper each', [{ snapshot: ENTRIES[0] }, { snapshot: ENTRIES[1] }]],
    ['entries without answers', { log: { entries: ENTRIES } }],
  ])('of %s', (_, value) => {
    expect(logOf(value)).toEqual({ entries: ENTRIES, pages: [] });
  });

  it('of one entry', () => {
    expect(logOf(ENTRIES[0])).toEqual({ entries: [ENTRIES[0]], pages: [] });
  });

  it('of a HAR file may be empty, and of any members', () => {
    expect(logOf({ log: { entries: [] } })).toEqual({ entries: [], pages: [] });
    expect(logOf({ log: { entries: [1, null], pages: 'x' } })).toEqual({
      entries: [1, null],
      pages: [],
    });
  });

  it.each<[string, unknown]>([
    ['nothing', {}],
    ['a list of something', [1, 'x', null, { request: 'x' }]],
    ['entries of something', { entries: [{ title: 'x' }] }],
    ['a collection of requests', { item: [{ request: { url: { raw: 'https://a.test/' } } }] }],
    ['a report', { events: [{ exchange: { method: 'GET', url: 'https://a.test/' } }] }],
    ['text', 'text'],
  ])('is not in %s', (_, value) => {
    expect(logOf(value)).toBeUndefined();
  });

  it('of several keeps the pages of each apart', () => {
    const log = (title: string) => ({
      log: { pages: [{ id: 'page_1', title }], entries: [entry({ pageref: 'page_1' })] },
    });
    expect(joinedLogs([log('https://a.test/'), log('https://b.test/')])).toEqual({
      pages: [
        { id: '1.page_1', title: 'https://a.test/' },
        { id: '2.page_1', title: 'https://b.test/' },
      ],
      entries: [entry({ pageref: '1.page_1' }), entry({ pageref: '2.page_1' })],
    });
  });

  it('is looked for in any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const isOne = isHar(value) || isEntry(value);
        expect(logOf({ any: { log: LOG }, value }) === undefined).toBe(false);
        if (!isOne) logOf(value);
      }),
    );
  });

  it('is not looked for deeper than anybody wraps it', () => {
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`);
    expect(logOf(deep)).toBeUndefined();
  });
});
