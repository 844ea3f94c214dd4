import { describe, expect, it } from 'vitest';
import { Openers } from '../../../src/engine/credentials/openers.js';
import { seen } from '../../support/new-sighting.js';

const again = (openers: Openers) => new Openers(JSON.parse(JSON.stringify(openers.save())));

describe('an address that was refused', () => {
  it('is so since the last refusal, until it is let in, after a stop as well', () => {
    const openers = new Openers();
    openers.refuse('GET /a', 1);
    openers.refuse('GET /b', 2);
    openers.refuse('GET /a', 3);
    openers.letIn('GET /b');
    for (const one of [openers, again(openers)])
      expect(['GET /a', 'GET /b', 'GET /c'].map((place) => one.refusedAt(place))).toEqual([
        3,
        undefined,
        undefined,
      ]);
  });

  it('is forgotten where many others were refused since', () => {
    const openers = new Openers();
    openers.refuse('first', 0);
    openers.refuse('again', 1);
    for (let at = 2; at < 64; at++) openers.refuse(`GET /${at}`, at);
    openers.refuse('first', 64);
    openers.refuse('one more', 65);
    expect(openers.refusedAt('again')).toBeUndefined();
    expect(openers.refusedAt('first')).toBe(64);
    expect(openers.save().refused).toHaveLength(64);
  });
});

describe('a place where what opens is sent', () => {
  it('is known by carrier, name, direction and origin, whenever it was seen', () => {
    const openers = new Openers();
    expect(openers.knows(seen(1))).toBe(false);
    openers.learn(seen(1));
    for (const one of [openers, again(openers)]) {
      expect(one.knows(seen(9))).toBe(true);
      expect(one.knows(seen(9, { locator: 'x-other' }))).toBe(false);
      expect(one.knows(seen(9, { carrier: 'url' }))).toBe(false);
      expect(one.knows(seen(9, { direction: 'received' }))).toBe(false);
      expect(one.knows(seen(9, { origin: 'https://other.test' }))).toBe(false);
    }
  });

  it('is one of a bounded number', () => {
    const openers = new Openers();
    for (let at = 0; at < 100; at++) openers.learn(seen(at, { locator: `x-${at}` }));
    expect(openers.save().slots).toHaveLength(64);
    expect(openers.knows(seen(1, { locator: 'x-0' }))).toBe(true);
  });
});
