import type { Exchange } from '../model.js';
import { pageAddress } from '../normalize/addresses/site.js';
import { withLatest } from './latest.js';

const KEPT = 16;

/** `greets` is absent in what an older version saved. */
export type SavedShownPages = [page: string, asks: boolean, greets?: boolean][];

/** What the page that something was sent from had to say. */
export interface FromPage {
  /** It asks somebody for a password whom it does not know yet. */
  asks: boolean;
  /** It offers a way out to somebody who is in. */
  greets: boolean;
}

/** Pages that were seen, and whom they are for. */
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
    const greets = body.wayOut === true;
    const asks = body.passwordField !== undefined && !greets;
    this.#shown = withLatest(this.#shown, [page, asks, greets], KEPT, ([other]) => other === page);
  }

  /**
   * What the page of a form said: whoever sent one that does not ask was known there, or nobody
   * has to be. Undefined where it was not seen.
   */
  from({ type, request }: Exchange): FromPage | undefined {
    const from = request.headers.find(({ name }) => name === 'referer')?.value;
    if (type !== 'document' || from === undefined) return undefined;
    const page = pageAddress(from);
    const shown = this.#shown.find(([one]) => one === page);
    return shown && { asks: shown[1], greets: shown[2] === true };
  }
}
