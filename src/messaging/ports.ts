// Ports by which pages of the extension stay in touch with the background.

/** Port name of a viewer of one tab: while it is open, storage is watched and changes are told. */
export const viewerPort = (tabId: number): string => `viewer:${tabId}`;

/**
 * Port name of the page that each DevTools window has, while only what is inspected is recorded.
 */
export const inspectorPort = (tabId: number): string => `inspector:${tabId}`;

/** Background → viewer: something changed; ask again. At most four a second. */
export interface ViewerNotice {
  type: 'changed';
}
