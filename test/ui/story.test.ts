import { describe, expect, it } from 'vitest';
import type { ReportEvent } from '../../src/engine/report/report.js';
import { beginningOf, storyOf } from '../../src/ui/story.js';

const event = (
  type: string,
  credentialId: string | null,
  requestId: string | null,
  detail: ReportEvent['detail'] = {},
  at = '2026-03-01T12:00:00.000Z',
): ReportEvent => ({
  type,
  at,
  site: 'https://shop.test',
  credentialId,
  exchange: requestId === null ? null : { id: requestId, method: 'GET', url: 'https://shop.test/' },
  detail,
});

describe('storyOf', () => {
  const story = storyOf([
    event('issued', 'c1', 'r1'),
    event('login', null, 'r1'),
    event('refreshed', 'c1', 'r2'),
    event('session-lost', 'c3', 'r2'),
    event('logout', null, 'r2'),
    event('login', null, null),
  ]);
  const types = (events: readonly ReportEvent[] = []) => events.map(({ type }) => type);

  it('gives each credential its own events', () => {
    expect(types(story.trails.get('c1'))).toEqual(['issued', 'refreshed']);
    expect(types(story.trails.get('c3'))).toEqual(['session-lost']);
    expect(story.trails.size).toBe(2);
  });

  it('knows the moments, and which request each was', () => {
    expect(types(story.moments)).toEqual(['login', 'session-lost', 'logout', 'login']);
    expect(story.momentsOf('r1')).toEqual(['login']);
    expect(story.momentsOf('r2')).toEqual(['session-lost', 'logout']);
    expect(story.momentsOf('constructor')).toEqual([]);
  });
});

describe('beginningOf', () => {
  const at = (day: number) => `2026-03-0${day}T00:00:00.000Z`;

  it('does not count from an end that lies before all that was seen', () => {
    const trail = [event('expired', 'c1', null, {}, at(1)), event('issued', 'c1', 'r1', {}, at(2))];
    expect(beginningOf(trail)).toBe(Date.parse(at(2)));
  });

  it('takes the end where there is nothing else', () => {
    expect(beginningOf([event('expired', 'c1', null, {}, at(1))])).toBe(Date.parse(at(1)));
    expect(beginningOf([])).toBe(0);
  });
});
