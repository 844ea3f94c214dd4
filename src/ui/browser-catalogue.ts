import browser from 'webextension-polyfill';
import type { Catalogue } from './i18n.js';

/** The browser's own message catalogue. */
export const browserCatalogue: Catalogue = {
  language: browser.i18n.getUILanguage(),
  message: (key, substitutions) => browser.i18n.getMessage(key, substitutions),
};
