import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../browser/extension-browser.js';
import { compare, type Faults, type Recorded } from './compare.js';
import { checkHeaders, type HeaderFaults } from './headers.js';
import { makePlan, type Move, type PlanOptions, type Step, type TabName, TABS } from './plan.js';
import { type SoakSite, startSoakSite } from './site.js';
import { Stopper } from './stopper.js';

export interface SoakOptions extends PlanOptions {
  /** Opens the real DevTools with the panel on the first tab. */
  devtools: boolean;
}

export interface SoakResult {
  requests: number;
  recorded: number;
  dropped: number;
  stops: number;
  faults: Faults;
  headers: HeaderFaults;
}

export const SOAK_HOSTS = 'MAP *.test 127.0.0.1, MAP *.localhost 127.0.0.1';
/** The slowest answer, and whatever the extension puts off. */
const AFTERWARDS = 4_000;
const MOVE_LIMIT = 5_000;

/** Does what a plan says in a browser, and holds what the extension recorded against the server. */
export async function soak(extension: ExtensionBrowser, options: SoakOptions): Promise<SoakResult> {
  const site = await startSoakSite(options.seed);
  try {
    // A worker that answers has all its listeners.
    await extension.ask<'listTabs'>({ type: 'listTabs' });
    const stopper = await Stopper.of(extension);
    const tabs = await openTabs(extension, site);
    if (options.devtools) await extension.openPanel(tabs.get('a')!.page);
    await perform(makePlan(options), tabs, site, stopper);
    await pause(AFTERWARDS);
    return await judge(extension, site, tabs, stopper);
  } finally {
    site.close();
  }
}

interface Tab {
  page: Page;
  tabId: number;
  /** Moves of one tab wait for each other. */
  moving: Promise<unknown>;
}

async function openTabs(extension: ExtensionBrowser, site: SoakSite): Promise<Map<TabName, Tab>> {
  const tabs = new Map<TabName, Tab>();
  for (const name of TABS) {
    const page = await extension.browser.newPage();
    await page.goto(site.page(name, 'first'));
    tabs.set(name, { page, tabId: await extension.tabIdOf(page), moving: Promise.resolve() });
  }
  return tabs;
}

async function perform(
  steps: readonly Step[],
  tabs: ReadonlyMap<TabName, Tab>,
  site: SoakSite,
  stopper: Stopper,
): Promise<void> {
  const begun = Date.now();
  for (const step of steps) {
    const wait = begun + step.at - Date.now();
    if (wait > 0) await pause(wait);
    if ('stop' in step) void stopper.stop();
    else {
      const tab = tabs.get(step.tab)!;
      if ('move' in step) tab.moving = tab.moving.then(() => move(tab.page, step.move, step, site));
      else {
        const { deed, id, chance } = step;
        // A page that is about to be another one does nothing.
        void tab.page.evaluate(`perform('${deed}', '${id}', ${chance})`).catch(() => undefined);
      }
    }
  }
  await Promise.all([...tabs.values()].map(({ moving }) => moving));
}

async function move(
  page: Page,
  to: Move,
  { tab, id }: { tab: TabName; id: string },
  site: SoakSite,
): Promise<void> {
  const options = { waitUntil: 'domcontentloaded', timeout: MOVE_LIMIT } as const;
  try {
    await page.evaluate(`leave('${id}')`);
    if (to === 'reload') await page.reload(options);
    else if (to === 'back') await page.goBack(options);
    else await page.goto(site.page(tab, id), options);
  } catch {
    // It was too slow, or there is nothing to go back to.
  }
}

async function judge(
  extension: ExtensionBrowser,
  site: SoakSite,
  tabs: ReadonlyMap<TabName, Tab>,
  stopper: Stopper,
): Promise<SoakResult> {
  const names = new Map([...tabs].map(([name, { tabId }]) => [tabId, name]));
  const recorded: (Recorded & { tabId: number })[] = [];
  for (const { tabId } of await extension.ask<'listTabs'>({ type: 'listTabs' })) {
    const ask = { type: 'getRequests', tabId, since: 0 } as const;
    const { rows, dropped } = await extension.ask<'getRequests'>(ask);
    recorded.push({ tabId, name: names.get(tabId), rows, dropped });
  }
  const { received } = site.truth;
  return {
    requests: received.length,
    recorded: recorded.reduce((sum, { rows }) => sum + rows.length, 0),
    dropped: recorded.reduce((sum, { dropped }) => sum + dropped, 0),
    stops: stopper.stops.length,
    faults: compare(received, recorded, stopper.stops),
    headers: await checkHeaders(extension, received, recorded, stopper.stops),
  };
}
