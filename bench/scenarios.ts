import type { Page } from 'puppeteer-core';
import { openPanel } from '../browser/panel.js';
import type { MeasuredBrowser } from './measured-browser.js';

/** Who is measured. `none`: without an extension. */
export type Contender = 'none' | 'still' | 'same' | 'six' | 'credtrail' | (string & {});

/** Something that people do, and whose cost is compared. */
export interface Scenario {
  name: string;
  /** Page that is visited. */
  path: string;
  /** How often in one turn: the shorter a visit, the more of them. */
  visits: number;
  /** Beside those that the user names. */
  contenders: readonly Contender[];
  /** Whose figure all others are divided by. */
  base: Contender;
  /** What the extension is told before it is measured. */
  options?: Record<string, unknown>;
  prepare?(page: Page, contender: Contender, browser: MeasuredBrowser): Promise<void>;
}

const ALL: readonly Contender[] = ['none', 'same', 'six', 'credtrail'];

/** With DevTools open; and where there is a panel of ours, with that in front. */
async function inspect(page: Page, contender: Contender, browser: MeasuredBrowser): Promise<void> {
  if (contender === 'credtrail') await openPanel(page, browser.id!);
  else await page.openDevTools();
}

export const SCENARIOS: readonly Scenario[] = [
  { name: '500 fetches', path: '/500', visits: 2, contenders: ALL, base: 'six' },
  { name: '2,000 fetches', path: '/2000', visits: 1, contenders: ALL, base: 'six' },
  { name: '500 images', path: '/images', visits: 2, contenders: ALL, base: 'six' },
  { name: '40 frames', path: '/frames', visits: 3, contenders: ALL, base: 'none' },
  {
    name: '40 frames of another site',
    path: '/strangers',
    visits: 3,
    contenders: ALL,
    base: 'none',
  },
  {
    name: '500 fetches, not inspected',
    path: '/500',
    visits: 2,
    contenders: ['none', 'still', 'credtrail'],
    base: 'none',
    options: { capture: 'inspected' },
  },
  {
    name: '40 frames, not inspected',
    path: '/frames',
    visits: 3,
    contenders: ['none', 'still', 'credtrail'],
    base: 'none',
    options: { capture: 'inspected' },
  },
  {
    name: '500 fetches in DevTools, with the panel',
    path: '/500',
    visits: 2,
    contenders: ['none', 'six', 'credtrail'],
    base: 'none',
    prepare: inspect,
  },
];
