import type { Exchange, Millis } from '../../model.js';
import { leadsOn } from './login-signs.js';
import type { Watched } from '../watched-exchange.js';

/** How long a redirect takes. */
const REDIRECTED: Millis = 15_000;

export type SavedLedBack = Watched | null;

/**
 * A password whose answer leads back to where it was typed: refused, unless that page leads on.
 * Some servers try there whether the browser keeps their cookie.
 */
export class LedBack {
  #sent: SavedLedBack;

  constructor(saved: SavedLedBack = null) {
    this.#sent = saved;
  }

  save(): SavedLedBack {
    return this.#sent;
  }

  /** What was sent before, where this page shows that it was taken. */
  exchange(exchange: Exchange, watched: Watched): Watched | undefined {
    const { url, type, method, startedAt: at, redirectUrl } = exchange;
    if (type !== 'document') return undefined;
    const sent = this.#sent;
    const { passwordField, accepted, gave } = watched;
    const isBack = passwordField !== undefined && accepted === false && gave;
    this.#sent = isBack && redirectUrl !== undefined ? watched : null;
    if (sent?.redirectUrl !== url || method !== 'GET' || at - sent.at > REDIRECTED)
      return undefined;
    return leadsOn(exchange) && redirectUrl !== undefined
      ? { ...sent, accepted: true, redirectUrl }
      : undefined;
  }
}
