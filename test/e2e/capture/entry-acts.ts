import type { Changed, Entry } from '../../../src/messaging/stored-entry.js';
import type { EntryName } from '../../../src/messaging/views.js';
import type { ExtensionBrowser } from '../../support/extension.js';

/** What a person does to the stored entries of a tab. */
export function entryActs(extension: () => ExtensionBrowser, tab: () => number) {
  return {
    entryOf: (what: EntryName) =>
      extension().ask<'getEntry'>({ type: 'getEntry', tabId: tab(), what }),
    change: (what: EntryName | null, entry: Entry | null): Promise<Changed> =>
      extension().ask<'changeEntry'>({ type: 'changeEntry', tabId: tab(), what, entry }),
    undo: (changed: Changed): Promise<Changed> => {
      const change = 'change' in changed ? changed.change : -1;
      return extension().ask<'undoChange'>({ type: 'undoChange', tabId: tab(), change });
    },
  };
}
