import { describe, expect, it } from 'vitest';
import { isFromBefore, mayBeSomebodys } from '../../../src/engine/moments/from-before.js';
import { cookie, credential, sighting } from '../../support/credential.js';

const sent = { sightings: [sighting({ direction: 'sent' })] };
const given = { sightings: [sighting({ direction: 'received' })] };

describe('what the browser had before anything was seen', () => {
  it('is a session that was sent first', () => {
    expect(isFromBefore(cookie({ role: 'session', ...sent }))).toBe(true);
    expect(isFromBefore(cookie({ role: 'session', ...given }))).toBe(false);
    expect(isFromBefore(cookie({ role: 'remember-me', ...sent }))).toBe(false);
    expect(isFromBefore(credential({ role: 'session', ...sent }))).toBe(false);
  });

  it('may say who asks, whatever keeps its user', () => {
    expect(mayBeSomebodys(cookie({ role: 'remember-me', ...sent }))).toBe(true);
    expect(mayBeSomebodys(cookie({ role: 'session', ...given }))).toBe(false);
    expect(mayBeSomebodys(cookie({ role: 'tracking', ...sent }))).toBe(false);
    expect(mayBeSomebodys(credential({ role: 'access-token', ...given }))).toBe(true);
  });

  it('says not who asks where it was made since, unless it may be a login that nobody saw', () => {
    const madeSince = { behaviour: { madeSince: true as const } };
    expect(mayBeSomebodys(cookie({ role: 'other', ...sent }))).toBe(true);
    expect(mayBeSomebodys(cookie({ role: 'other', ...sent, ...madeSince }))).toBe(false);
    expect(mayBeSomebodys(cookie({ role: 'session', ...sent, ...madeSince }))).toBe(true);
  });
});
