/** What a page of the extension may ask, and what a content script may tell, of every kind. */
export const messages = (tabId: number) => [
  ...['getReport', 'getRequests', 'getStorage', 'listTabs', 'getOptions', 'getSettings'].map(
    (type) => ({ type, tabId, since: 0 }),
  ),
  { type: 'reveal', tabId, what: { credentialId: 'c1' } },
  { type: 'getRawRequest', tabId, id: '1' },
  { type: 'setOptions', options: { capture: 'inspected' } },
  { type: 'setRecording', tabId, recording: false },
  { type: 'clear', tabId },
  { type: 'deleteAll' },
  { type: 'addDevtoolsEntries', tabId, entries: [] },
  { type: 'changeEntry', tabId, what: null, entry: null },
];

/** What is no message at all, or only almost one of a content script. */
export const MALFORMED = [
  null,
  1,
  'storage',
  [],
  {},
  { type: '__proto__' },
  { type: 'constructor' },
  { type: { toString: 'storage' } },
  { type: 'storage' },
  { type: 'storage', area: 'cookies', whole: true, set: [], removed: [], dropped: 0 },
  { type: 'storage', area: 'localStorage', whole: true, set: {}, removed: [], dropped: 0 },
  { type: 'storage', area: 'localStorage', whole: true, set: [null], removed: [], dropped: 0 },
  { type: 'storage', area: 'localStorage', whole: true, set: [], removed: [1], dropped: 0 },
  { type: 'storage', area: 'localStorage', whole: true, set: [], removed: [], dropped: NaN },
  { type: 'login-form', form: { pageUrl: 1 } },
  { type: 'login-form', form: null },
];
