import { LIMITS } from '../settings.js';

/**
 * Adds a site as the latest one; of too many the one that came longest ago goes, and is returned.
 */
export function remember(sites: Set<string>, site: string): string | undefined {
  sites.delete(site);
  sites.add(site);
  if (sites.size <= LIMITS.momentSites) return undefined;
  const [oldest] = sites;
  if (oldest !== undefined) sites.delete(oldest);
  return oldest;
}
