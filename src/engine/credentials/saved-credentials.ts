import type { SavedOpeners } from './openers.js';
import type { SavedFields } from './possible-fields.js';
import type { SavedRecords } from './records.js';
import type { SavedToldAtLogin } from './told-at-login.js';
import type { SavedUnnamed } from './unnamed-values.js';

/** What may turn out to be a credential; absent in what an older version saved. */
export interface SavedBeside {
  possible?: SavedFields;
  unnamed?: SavedUnnamed;
  openers?: SavedOpeners;
  told?: SavedToldAtLogin;
}

/** Plain JSON data. */
export interface SavedCredentials extends SavedRecords, SavedBeside {
  slots: [string, string][];
}
