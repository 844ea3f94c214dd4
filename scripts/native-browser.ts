// In the place of `webextension-polyfill` in Chromium's worker, where every function that is used
// answers with a promise by itself: what a worker need not evaluate, it need not wait for.
export default (globalThis as unknown as { chrome: unknown }).chrome;
