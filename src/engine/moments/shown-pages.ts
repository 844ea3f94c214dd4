import type { Exchange } from '../model.js';
import { pageAddress } from '../normalize/addresses/site.js';
import { withLatest } from './latest.js';

const KEPT = 16;

export type SavedShownPages = [page: string, asks: boolean][];

/**
 * Pages that were seen, and whether each asks somebody for a password whom it does not know yet.
 */
export class ShownPages {
  #shown: SavedShownPages;

  constructor(saved: SavedShownPages = []) {
    this.#shown = saved;
  }

  save(): SavedShownPages {
    return this.#shown;
  }

  exchange({ url, type, response }: Exchange): void {
    const body = response?.body;
    if (type !== 'document' || body?.kind !== 'html') return;
    const page = pageAddress(url);
    const asks = body.passwordField !== undefined && !body.wayOut;
    this.#shown = withLatest(this.#shown, [page, asks], KEPT, ([other]) => other === page);
  }

  /**
   * Whether the page of a form asks so: whoever sent another one was known there, or nobody has
   * to be.
   */
  asks({ type, request }: Exchange): boolean | undefined {
    const from = request.headers.find(({ name }) => name === 'referer')?.value;
    if (type !== 'document' || from === undefined) return undefined;
    const page = pageAddress(from);
    return this.#shown.find(([one]) => one === page)?.[1];
  }
}
