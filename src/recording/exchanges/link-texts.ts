import { LIMITS } from '../../engine/settings.js';
import type { ExchangeLinks } from '../../engine/trail/links.js';
import type { Kept } from './kept-exchange.js';

/** Which credentials an exchange carried and set, as a text; empty where there are none. */
export class LinkTexts {
  readonly #texts = new Map<string, string>();

  /** Notes what is linked to an exchange now; true where that is another. */
  note(kept: Kept, now: ExchangeLinks): boolean {
    const links = this.#write(now);
    if (kept.links === links) return false;
    kept.links = links;
    return true;
  }

  /** The same text once: most requests of a site carry the same. */
  #write({ carried, set }: ExchangeLinks): string {
    if (carried.length + set.length === 0) return '';
    const text = `${carried.join(' ')}/${set.join(' ')}`;
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    if (this.#texts.size >= LIMITS.links) this.#texts.clear();
    this.#texts.set(text, text);
    return text;
  }
}

/** What such a text says. */
export function readLinks(text = ''): ExchangeLinks {
  const [carried = '', set = ''] = text.split('/');
  return { carried: idsIn(carried), set: idsIn(set) };
}

function idsIn(list: string): string[] {
  return list === '' ? [] : list.split(' ');
}
