import type { NewSighting } from '../../src/engine/credentials/sighting.js';

/** A token as it is seen in an Authorization header; tests say what matters. */
export function seen(at: number, more: Partial<NewSighting> = {}): NewSighting {
  return {
    carrier: 'header',
    locator: 'authorization',
    direction: 'sent',
    origin: 'https://api.test',
    at,
    ...more,
  };
}
