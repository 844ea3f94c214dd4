import type { Credential } from '../model.js';

/**
 * True for what the browser had before anything was seen: the first that was seen of it is that it
 * was sent, or that the jar held it, where no script can have put it (RFC 6265bis §4.1.2.6).
 */
export function cameAlong({
  sightings,
  attributes,
}: Pick<Credential, 'sightings' | 'attributes'>): boolean {
  const [one, ...others] = sightings;
  if (!one) return false;
  const first = others.reduce((early, next) => (next.firstAt < early.firstAt ? next : early), one);
  if (first.direction === 'stored') return attributes?.httpOnly === true;
  return first.direction === 'sent';
}
