import { describe, expect, it } from 'vitest';
import { FreshStarts } from '../../../src/background/log/fresh-starts.js';
import type { LogRecord } from '../../../src/recording/record.js';

const sent = (id: string, type: 'document' | 'fetch', more: object = {}): LogRecord => ({
  kind: 'sent',
  id,
  at: 1,
  url: 'https://shop.test/',
  method: 'GET',
  type,
  frameId: 0,
  headers: [],
  ...more,
});

describe('the page that a tab is about to show', () => {
  it('brings its own request with all redirects, and nothing of the page before', () => {
    const fresh = new FreshStarts();
    const own = [
      sent('1', 'document'),
      { kind: 'failed', id: '1', at: 2, error: 'x' } as LogRecord,
    ];
    fresh.note(7, own[0]!);
    fresh.note(7, sent('2', 'fetch'));
    fresh.note(8, sent('3', 'document'));
    fresh.note(7, { kind: 'loaded', at: 2 });
    fresh.note(7, own[1]!);
    expect(fresh.take(7)).toEqual(own);
    expect(fresh.take(7)).toEqual([]);
  });

  it('is the last one that was asked for', () => {
    const fresh = new FreshStarts();
    fresh.note(7, sent('1', 'document'));
    fresh.note(7, sent('2', 'document'));
    expect(fresh.take(7)).toEqual([sent('2', 'document')]);
  });

  it('is none of a window that it opened, whose requests are told here', () => {
    const fresh = new FreshStarts();
    fresh.note(7, sent('1', 'document', { topUrl: 'https://idp.test/' }));
    expect(fresh.take(7)).toEqual([]);
  });

  it('is nothing that stays when the tab is closed', () => {
    const fresh = new FreshStarts();
    fresh.note(7, sent('1', 'document'));
    fresh.note(8, sent('2', 'document'));
    fresh.forget(7);
    expect(fresh.take(7)).toEqual([]);
    expect(fresh.take(8)).toEqual([sent('2', 'document')]);
  });
});
