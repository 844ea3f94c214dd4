import { afterAll, beforeAll } from 'vitest';
import { installCatalogue } from '../../src/ui/words/i18n.js';
import { catalogueOf } from '../fixtures/messages.js';

/**
 * The product's own words for all tests of the file (or `describe`) that calls this. Taken away
 * again: the files of a worker share its modules, and others go by the keys.
 */
export function useCatalogue(language: 'en' | 'ko'): void {
  beforeAll(() => installCatalogue(catalogueOf(language)));
  afterAll(() => installCatalogue({ language: 'en', message: (key) => key }));
}
