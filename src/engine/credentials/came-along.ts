import type { Credential } from '../model.js';

/** True for what the browser had before anything was seen: the first that was seen of it is that it was sent. */
export function cameAlong({ sightings }: Pick<Credential, 'sightings'>): boolean {
  const [one, ...others] = sightings;
  if (!one) return false;
  const first = others.reduce((early, next) => (next.firstAt < early.firstAt ? next : early), one);
  return first.direction === 'sent';
}
