import type { Credential, Sighting } from '../../src/engine/model.js';
import { render } from '../../src/engine/render.js';
import { comparisonOf } from '../../src/engine/verdict/comparison/comparison.js';
import { credential, exchange, jwt, sighting, T0 } from './credential.js';

// What the cells of the comparison are asked of.

export type Column = 'session' | 'token' | 'cookie';

export const stored = (carrier: Sighting['carrier'], more: Partial<Sighting> = {}) =>
  sighting({ carrier, locator: 'app.token', direction: 'stored', ...more });
export const sent = (carrier: Sighting['carrier'], more: Partial<Sighting> = {}) =>
  sighting({ carrier, locator: 'x-token', ...more });
export const kept = (...sightings: Sighting[]) =>
  jwt({}, { carriers: [...new Set(sightings.map(({ carrier }) => carrier))], sightings });
export const sessionToken = (...sightings: Sighting[]) =>
  credential({ carrier: 'localStorage', carriers: ['localStorage', 'body'], sightings });

export const LOGIN = exchange({ url: 'https://shop.example/login' });
export const rotated = (by?: typeof LOGIN): Credential['life'][number] => ({
  type: 'rotated',
  at: T0,
  lastAt: T0,
  count: 1,
  ...(by ? { exchange: by } : {}),
});

export type Case = [string, Credential[], string, Column, RegExp];

export function cell(credentials: readonly Credential[], aspect: string, column: Column): string {
  const row = comparisonOf(credentials).find((one) => one.aspect === aspect);
  return row ? render(row[column]) : '';
}
