import { addressOf } from '../../address.js';
import type { Exchange } from '../../model.js';
import { withLatest } from '../latest.js';

const KEPT = 16;
/** RFC 9110 §15.3.2: the thing that was made has the address in Location. */
const CREATED = 201;

export type SavedMade = readonly (readonly [made: string, by: string])[];

/** What requests made, and by which address: a session that a login made is a thing as well. */
export class MadeThings {
  #made: SavedMade;

  constructor(saved: SavedMade = []) {
    this.#made = saved;
  }

  save(): SavedMade {
    return this.#made;
  }

  exchange({ url, method, response }: Exchange): void {
    if (method !== 'POST' || response?.status !== CREATED) return;
    const to = response.headers.find(({ name }) => name === 'location')?.value;
    const made = to === undefined ? undefined : placeOf(to, url);
    if (made === undefined) return;
    this.#made = withLatest(this.#made, [made, url], KEPT, ([one]) => one === made);
  }

  /** The address to which was sent what made this one. */
  makerOf(url: string): string | undefined {
    const place = placeOf(url, url);
    return this.#made.find(([made]) => made === place)?.[1];
  }
}

function placeOf(to: string, from: string): string | undefined {
  const address = addressOf(to, from);
  return address ? `${address.origin}${address.pathname.replace(/\/$/, '')}` : undefined;
}
