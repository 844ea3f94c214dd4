import { inventoryOf } from '../evaluate/inventory.js';
import { Inventor } from './invent.js';
import type { Recorded } from '../record/read.js';
import { trimmed } from './trim.js';

/** A recording as JSON, short, with invented values. */
export function inventedText(name: string, { entries, states }: Recorded): string {
  const names = inventoryOf(entries, Object.values(states)).map((item) => item.name);
  return new Inventor(name, names).text(JSON.stringify({ entries: trimmed(entries), states }));
}
