import type { Page } from 'puppeteer-core';
import type { Settings } from '../../../src/engine/judging.js';
import { shownTexts } from './texts.js';

export const text = async (page: Page, selector: string): Promise<string> =>
  (await shownTexts(page, selector)).join('\n');

export const chosen = (page: Page): Promise<Settings> =>
  page.evaluate(() => window.fixture.ask('getSettings', {}));
