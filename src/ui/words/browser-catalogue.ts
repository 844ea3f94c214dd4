import browser from 'webextension-polyfill';
import type { Catalogue, MessageKey } from './i18n.js';

/** Messages by key: one that was updated under its pages gives none any more. */
const known = new Map<string, string>();
/** What is said then, and perhaps never before. */
const AT_THE_END: readonly MessageKey[] = ['ui_noAnswer', 'ui_noAnswerHint', 'ui_tryAgain'];

/**
 * The browser's own message catalogue. It is in one language, whatever the browser speaks: dates
 * and numbers between its words are of that language, in the reader's own variety of it.
 */
export const browserCatalogue: Catalogue = {
  language: varietyOf(browser.i18n.getMessage('language'), browser.i18n.getUILanguage()),
  message(key, substitutions) {
    const message = known.get(key) ?? messageOf(key, substitutions);
    known.set(key, message);
    return message;
  },
};

for (const key of AT_THE_END) browserCatalogue.message(key, []);

function messageOf(key: string, substitutions: string[]): string {
  try {
    return browser.i18n.getMessage(key, substitutions);
  } catch {
    return '';
  }
}

function varietyOf(told: string, reader: string): string {
  return reader.split('-')[0] === told ? reader : told || reader;
}
