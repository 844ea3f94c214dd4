import type { Known } from '../known.js';
import { sitesUsing } from '../known-indexes.js';
import type { Credential } from '../model.js';

/** True where it was seen what pages keep at a site whose user this one identifies. */
export function isStorageSeenOf(credential: Credential, known: Known): boolean {
  return sitesUsing(credential).some((site) => known.isStorageSeen(site));
}
