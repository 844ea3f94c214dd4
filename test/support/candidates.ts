import { candidatesIn } from '../../src/engine/places/candidate.js';
import { Seeded } from './seeded.js';

// What may be a credential, in a place of a body.

export const place = { carrier: 'body', locator: '/x', direction: 'received' } as const;
export const ID = new Seeded('candidates').bytes(16).toString('hex');

export function valuesIn(name: string, raw: string): string[] {
  return candidatesIn(place, name, raw).map(({ value }) => value);
}
