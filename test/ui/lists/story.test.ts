import { describe, expect, it } from 'vitest';
import type { ReportEvent } from '../../../src/engine/report/report-event.js';
import { storyOf, withMoments } from '../../../src/ui/lists/story.js';

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

describe('withMoments', () => {
  const at = (minute: number) => `2026-03-01T12:0${minute}:00.000Z`;
  const login = event('login', null, 'r1', {}, at(2));
  const lost = event('session-lost', 'c1', 'r2', {}, at(4));
  const trail = [
    event('issued', 'c1', 'r1', {}, at(1)),
    event('rotated', 'c1', 'r1', {}, at(2)),
    lost,
  ];

  it('puts what the user did between what happened to the credential', () => {
    const elsewhere = { ...login, site: 'https://other.test' };
    const logout = event('logout', null, 'r3', {}, at(5));
    const types = withMoments(trail, [elsewhere, login, lost, logout]).map(({ type }) => type);
    expect(types).toEqual(['issued', 'login', 'rotated', 'session-lost', 'logout']);
  });

  it('makes no trail where there is none', () => {
    expect(withMoments([], [login])).toEqual([]);
  });
});
