import { hostOf } from '../../messaging/options.js';

/** The host of a site as reports name it (`https://shop.example`). */
export function siteHost(site: string | null): string | undefined {
  return site === null ? undefined : hostOf(site);
}
