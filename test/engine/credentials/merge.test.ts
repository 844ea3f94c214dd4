import { describe, expect, it } from 'vitest';
import type { CredentialDraft } from '../../../src/engine/credentials/draft.js';
import { noteLeak } from '../../../src/engine/credentials/leaks.js';
import { foldLineage, merge } from '../../../src/engine/credentials/merge.js';
import { newRecord, putValue } from '../../../src/engine/credentials/record.js';
import { addSighting, joinLateUses } from '../../../src/engine/credentials/sighting.js';
import { LIMITS } from '../../../src/engine/settings.js';
import { jwtOf } from '../../support/jose.js';
import { seen } from '../../support/new-sighting.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('merge');

function record(id: string, at: number, value = random.base62(40)): CredentialDraft {
  const draft = newRecord(id, 'token', id, value, seen(at));
  putValue(draft, value);
  addSighting(draft, seen(at));
  return draft;
}

/** One with everything that a credential can have. */
function full(id: string, at: number): CredentialDraft {
  const draft = record(id, at);
  draft.scheme = 'bearer';
  draft.behaviour = { sentFirstParty: true };
  draft.life = [{ type: 'issued', at, lastAt: at, count: 1 }];
  noteLeak(draft, {
    through: 'referer',
    carrier: 'url',
    locator: 't',
    origin: 'https://b.test',
    at,
  });
  joinLateUses(draft, [
    { carrier: 'header', locator: 'authorization', origin: 'https://api.test', at, expiredAt: 1 },
  ]);
  return draft;
}

describe('a credential that takes in another one', () => {
  it('has all that was seen of both', () => {
    const [into, from] = [record('c1', 50), full('c2', 10)];
    addSighting(from, seen(60, { carrier: 'url', locator: 'token' }));
    merge(into, from);
    expect(into).toMatchObject({
      id: 'c1',
      scheme: 'bearer',
      behaviour: { sentFirstParty: true },
      life: [{ type: 'issued', at: 10 }],
      leaks: [{ through: 'referer', origin: 'https://b.test' }],
      lateUses: [{ at: 10, expiredAt: 1 }],
      firstSeen: 10,
      lastSeen: 60,
    });
    expect(into.sightings.map(({ carrier, count }) => [carrier, count])).toEqual([
      ['header', 2],
      ['url', 1],
    ]);
    expect(into.pastValues).toEqual([from.value]);
  });

  it('keeps its own scheme, and what it did itself', () => {
    const [into, from] = [full('c1', 1), full('c2', 2)];
    from.scheme = 'dpop';
    from.behaviour = { sentFirstParty: false, echoed: 'a header' };
    merge(into, from);
    expect(into.scheme).toBe('bearer');
    expect(into.behaviour).toEqual({ sentFirstParty: true, echoed: 'a header' });
  });

  it('has again what the later look found again', () => {
    const stored = (at: number) => seen(at, { direction: 'stored', carrier: 'localStorage' });
    const [into, from] = [record('c1', 1), record('c2', 2)];
    addSighting(into, stored(10));
    for (const sighting of into.sightings) sighting.goneAt = 20;
    addSighting(from, stored(30));
    merge(into, from);
    expect(into.sightings.map(({ carrier, goneAt }) => [carrier, goneAt])).toEqual([
      ['header', undefined],
      ['localStorage', undefined],
    ]);
  });

  it('counts what is listed no more', () => {
    const [into, from] = [full('c1', 1), full('c2', 2)];
    into.unlisted = 3;
    from.unlisted = 4;
    from.unlistedLeaks = 2;
    merge(into, from);
    expect([into.unlisted, into.unlistedLeaks]).toEqual([7, 2]);
  });

  it('tells a life in order, and counts what is in the middle of a long one', () => {
    const event = (at: number) => ({ type: 'rotated', at, lastAt: at, count: 1 }) as const;
    const [into, from] = [record('c1', 1), record('c2', 2)];
    into.life = Array.from({ length: LIMITS.lifeEvents }, (_, n) => event(2 * n));
    from.life = Array.from({ length: 10 }, (_, n) => event(2 * n + 1));
    merge(into, from);
    expect(into.life).toHaveLength(LIMITS.lifeEvents);
    expect(into.life.reduce((sum, { count }) => sum + count, 0)).toBe(LIMITS.lifeEvents + 10);
    const times = into.life.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe('a lineage', () => {
  it('is what its last generation is, and did what all did', () => {
    const [first, last] = [full('c1', 1), record('c2', 100, jwtOf({ sub: 'ada' }))];
    first.replacedBy = 'c2';
    first.expiresAt = 50;
    last.replaces = 'c1';
    const fold = foldLineage([first, last]);
    expect(fold).toMatchObject({
      id: 'c1',
      value: last.value,
      format: 'jwt',
      valueCount: 2,
      pastValues: [first.value],
      lateUses: [{ at: 1 }],
      lastSeen: 100,
    });
    expect(fold.replaces ?? fold.replacedBy ?? fold.expiresAt).toBeUndefined();
    expect(first.valueCount).toBe(1);
  });

  it('has at least one generation', () => expect(() => foldLineage([])).toThrow(RangeError));
});
