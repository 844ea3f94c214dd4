import { LIMITS } from '../settings.js';
import { addLatest } from './latest.js';

/**
 * Adds a site as the latest one; of too many the one that came longest ago goes, and is returned.
 */
export function remember(sites: Set<string>, site: string): string | undefined {
  return addLatest(sites, site, LIMITS.momentSites);
}
