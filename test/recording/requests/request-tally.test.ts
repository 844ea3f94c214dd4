import { describe, expect, it } from 'vitest';
import { RequestTally } from '../../../src/recording/requests/request-tally.js';

const sent = (id: string, url = 'https://a.test/') => ({ kind: 'sent' as const, id, url });
const answered = (id: string, url?: string, type: 'fetch' | 'other' = 'fetch') =>
  ({ kind: 'answered', id, type, ...(url && { url }) }) as const;

type Line = [line: Parameters<RequestTally['note']>[0], isRead: boolean];

const missing = (lines: Line[], lost = 0, awaited: string[] = []): number => {
  const tally = new RequestTally(awaited);
  for (const [line, isRead] of lines) tally.note(line, isRead);
  return tally.missing(lost);
};

describe('requests of a log', () => {
  it.each<[what: string, count: number, lines: Line[], lost?: number, awaited?: string[]]>([
    [
      'none where all is read',
      0,
      [
        [sent('1'), true],
        [answered('1'), true],
      ],
    ],
    [
      'one of which nothing is read, once',
      1,
      [
        [sent('1'), false],
        [answered('1'), false],
      ],
    ],
    [
      'none whose answer alone is read',
      0,
      [
        [sent('1'), false],
        [answered('1'), true],
      ],
    ],
    [
      'none whose answer alone is not read',
      0,
      [
        [sent('1'), true],
        [answered('1'), false],
      ],
    ],
    ['one whose request was never written', 1, [[answered('1'), false]]],
    ['none that is known from before', 0, [[answered('1'), false]], 0, ['1']],
    [
      'a first hop, where the second is read',
      1,
      [
        [sent('1', 'https://a.test/1'), false],
        [sent('1', 'https://a.test/2'), true],
        [answered('1', 'https://a.test/2'), true],
      ],
    ],
    [
      'those lost but one that is answered after all',
      2,
      [[answered('1', 'https://a.test/'), true]],
      3,
    ],
    [
      'those lost but one whose answer is not read',
      3,
      [[answered('1', 'https://a.test/'), false]],
      3,
    ],
    [
      'all lost, of a picture the answer alone being told',
      3,
      [[answered('p', 'https://a.test/p', 'other'), true]],
      3,
    ],
    ['nothing of what is no request', 0, [[{ kind: 'jar' }, false]]],
    [
      'one that failed unanswered',
      1,
      [
        [sent('1'), false],
        [{ kind: 'failed', id: '1' }, true],
      ],
    ],
    ['no note of a mark', 0, [[{ kind: 'mark-noted', id: '1' }, false]]],
  ])('are missing: %s', (_, count, lines, lost, awaited) => {
    expect(missing(lines, lost, awaited)).toBe(count);
  });
});
