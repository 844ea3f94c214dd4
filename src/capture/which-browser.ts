import browser from 'webextension-polyfill';

/** Both browsers have `browser`: the scheme of its own address tells a part where it runs. */
export const IS_FIREFOX = browser.runtime.getURL('').startsWith('moz-extension:');

/** Firefox throws at it, Chromium hides Cookie and Set-Cookie without it. */
export const EXTRA = IS_FIREFOX ? [] : ['extraHeaders' as const];
