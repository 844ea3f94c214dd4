import { describe, expect, it } from 'vitest';
import type { ReportPictureRow } from '../../../src/engine/report/report-site.js';
import { laneName, rowWords } from '../../../src/ui/picture/picture-words.js';
import { useCatalogue } from '../../support/use-catalogue.js';

const LANES = [
  { id: 'storage', kind: 'storage', label: '' },
  { id: 'page', kind: 'page', label: '' },
  { id: 'site', kind: 'site', label: 'shop.test' },
  { id: 'other', kind: 'other', label: '' },
] as const;

const exchange = { id: 'r1', method: 'POST', url: 'https://shop.test/login' };
const at = '2026-03-01T12:00:00.000Z';
const arrow = (to: string, count: number): ReportPictureRow => ({
  type: 'arrow',
  kind: 'send',
  from: 'page',
  to,
  at,
  count,
  exchange,
  exposed: false,
  credentialIds: ['c1'],
  label: 'POST /login with sid',
});

useCatalogue('en');

describe('the words of the picture', () => {
  it('name the lanes', () => {
    expect(LANES.map(laneName)).toEqual(['Browser storage', 'Page', 'shop.test', 'other sites']);
  });

  it.each([
    [arrow('site', 1), 'Page → shop.test: POST /login with sid'],
    [arrow('site', 3), 'Page → shop.test: POST /login with sid, 3 times'],
    [arrow('other', 1204), 'Page → other sites: POST /login with sid, 1,204 times'],
    [arrow('gone', 1), 'Page → gone: POST /login with sid'],
    [{ type: 'note', moment: 'session-lost', at, exchange } as const, 'Session lost: POST /login'],
    [{ type: 'note', moment: 'unheard-of', at, exchange } as const, 'unheard-of: POST /login'],
  ])('tell %j', (row, words) => {
    expect(rowWords(row, LANES)).toBe(words);
  });

  it('say what was proved of what is in a row', () => {
    expect(rowWords(arrow('site', 1), LANES, 'sid: logs in')).toBe(
      'Page → shop.test: POST /login with sid (proof: sid: logs in)',
    );
  });
});
