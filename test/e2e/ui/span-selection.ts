import type { Frame, Page } from 'puppeteer-core';

/**
 * Selects a stretch of the time strip as a person at the keyboard does: from its first or last
 * stop, so many stops on.
 */
export async function selectByKeys(
  page: Page,
  from: 'Home' | 'End',
  stops: number,
  arrow: 'ArrowRight' | 'ArrowLeft' = 'ArrowRight',
  frame: Page | Frame = page,
): Promise<void> {
  await frame.waitForSelector('.strip-time');
  await frame.focus('.strip-time');
  await page.keyboard.press(from);
  await page.keyboard.down('Shift');
  for (let n = 0; n < stops; n += 1) await page.keyboard.press(arrow);
  await page.keyboard.up('Shift');
  await frame.waitForSelector('.span-line');
}
