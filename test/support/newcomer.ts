import type { Frame, JSHandle, Page } from 'puppeteer-core';

/** The size of a panel at the foot of a window. */
export const DOCKED = { width: 800, height: 400 };
/** What a question may take. */
const CLICKS = 2;

/** Somebody who counts the clicks, and who reads only what is in view. */
export class Newcomer {
  clicks = 0;

  constructor(readonly frame: Frame | Page) {}

  async click(selector: string): Promise<void> {
    this.clicks += 1;
    if (this.clicks > CLICKS) throw new Error(`${selector} would be one click too many`);
    await this.#sees(selector);
    await this.frame.click(selector);
  }

  /** Waits for words in what a selector finds; whether all of it is in view without scrolling. */
  async reads(selector: string, words: RegExp): Promise<boolean> {
    const found = await this.frame.waitForFunction(
      (css, source, flags) =>
        [...document.querySelectorAll<HTMLElement>(css)].find((one) =>
          new RegExp(source, flags).test(one.innerText.replaceAll(/\s+/g, ' ')),
        ),
      {},
      selector,
      words.source,
      words.flags,
    );
    return isInView(found);
  }

  async #sees(selector: string): Promise<void> {
    const found = (await this.frame.waitForSelector(selector))!;
    if (!(await isInView(found))) throw new Error(`${selector} is not in view`);
  }
}

/** The whole of it is in the window and in all that scrolls around it, and nothing lies over it. */
const isInView = (found: JSHandle): Promise<boolean> => found.evaluate(liesInView);

function liesInView(element: unknown): boolean {
  if (!(element instanceof HTMLElement)) return false;
  const own = element.getBoundingClientRect();
  const holds = (top: number, bottom: number) => own.top >= top && own.bottom <= bottom + 0.5;
  if (own.height === 0 || !holds(0, innerHeight)) return false;
  for (let around = element.parentElement; around; around = around.parentElement) {
    const { overflowY } = getComputedStyle(around);
    if (overflowY === 'visible') continue;
    const { top, bottom } = around.getBoundingClientRect();
    if (!holds(top, bottom)) return false;
  }
  const middle = document.elementFromPoint(own.left + 4, own.top + own.height / 2);
  return middle !== null && (element.contains(middle) || middle.contains(element));
}
