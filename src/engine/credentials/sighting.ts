import type { Millis, Sighting } from '../model.js';

/** One sighting on its way into the store, which counts it with those of the same place. */
export type NewSighting = Omit<
  Sighting,
  'firstAt' | 'lastAt' | 'count' | 'firstExchange' | 'lastExchange' | 'site' | 'goneAt'
> & {
  at: Millis;
  exchange?: Sighting['lastExchange'];
};
