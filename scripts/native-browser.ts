// In the place of `webextension-polyfill` in the background, where every function that is used
// answers with a promise by itself: what a worker need not evaluate, it need not wait for.
const { browser, chrome } = globalThis as { browser?: unknown; chrome?: unknown };

export default browser ?? chrome;
