import browser from 'webextension-polyfill';
import type { Catalogue } from './i18n.js';

/**
 * The browser's own message catalogue. It is in one language, whatever the browser speaks: dates and
 * numbers between its words are of that language, in the reader's own variety of it.
 */
export const browserCatalogue: Catalogue = {
  language: varietyOf(browser.i18n.getMessage('language'), browser.i18n.getUILanguage()),
  message: (key, substitutions) => browser.i18n.getMessage(key, substitutions),
};

function varietyOf(told: string, reader: string): string {
  return reader.split('-')[0] === told ? reader : told || reader;
}
