import type { Exchange, Millis } from '../../model.js';
import { pageAddress } from '../../normalize/addresses/site.js';
import type { Moment } from '../moment.js';

/** How long a redirect takes. */
const REDIRECTED: Millis = 15_000;

/** Where a page that was known sent the browser, and the loss that it is if a form comes there. */
export type SavedLedToForm = { loss: Moment; to: string } | null;

/**
 * Losses of which only the page behind a redirect tells: the front page of many sites is that for
 * logging in, and greets whoever is known.
 */
export class LedToForm {
  #led: SavedLedToForm;

  constructor(saved: SavedLedToForm = null) {
    this.#led = saved;
  }

  save(): SavedLedToForm {
    return this.#led;
  }

  /** A page sends the browser on that was shown to the session before. */
  note({ method, type, redirectUrl }: Exchange, lossOf: () => Moment | undefined): void {
    const isLed = redirectUrl !== undefined && type === 'document' && method === 'GET';
    const loss = isLed ? lossOf() : undefined;
    this.#led = isLed && loss ? { loss, to: pageAddress(redirectUrl) } : null;
  }

  /** The loss, where this is the page to which it led; `asks`: it is the one for logging in. */
  shownBy({ url, startedAt }: Exchange, asks: boolean): Moment | undefined {
    const led = this.#led;
    if (led?.to !== pageAddress(url)) return undefined;
    this.#led = null;
    return asks && startedAt - led.loss.at <= REDIRECTED ? led.loss : undefined;
  }
}
