import type { ElementHandle, Frame, Page } from 'puppeteer-core';

const PATIENCE = 30_000;
const PAUSE = 50;

/**
 * Waits for what a selector finds by its words (`::-p-text`), up to 30 s. `waitForSelector` does
 * not hear of a text node whose words change: its `MutationObserver` listens to no `characterData`.
 */
export async function shown(where: Page | Frame, selector: string): Promise<ElementHandle> {
  for (const end = Date.now() + PATIENCE; ; await pause()) {
    const found = await find(where, selector);
    if (found) return found;
    if (Date.now() > end) throw new Error(`Nothing is found by ${selector}`);
  }
}

/**
 * Clicks on it once it stands still: a list that is still being filled would have moved another row
 * under the mouse.
 */
export async function clickOn(where: Page | Frame, selector: string): Promise<void> {
  const found = await shown(where, selector);
  await found.asLocator().click();
}

/** Waits until a selector with `::-p-text` finds nothing, up to 30 s. */
export async function noLonger(where: Page | Frame, selector: string): Promise<void> {
  for (const end = Date.now() + PATIENCE; await find(where, selector); await pause()) {
    if (Date.now() > end) throw new Error(`Something is still found by ${selector}`);
  }
}

/** A document that gives way to the next one holds nothing yet. */
const find = (where: Page | Frame, selector: string) => where.$(selector).catch(() => null);

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE));
