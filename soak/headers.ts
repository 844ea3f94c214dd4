import type { ExtensionBrowser } from '../browser/extension-browser.js';
import { GRACE, type Recorded, type Stop } from './compare.js';
import type { Received } from './truth.js';

/** Of so many rows the headers of one are looked at. */
const ONE_OF = 5;

export interface HeaderFaults {
  checked: number;
  /** Headers of another request. */
  foreign: number;
  /** Without those that the server received, and no end of a worker excuses it. */
  missing: number;
  /** With more or fewer cookies than the server received. */
  cookies: number;
  examples: string[];
}

/** Looks whether rows have the request headers that the server received. */
export async function checkHeaders(
  extension: ExtensionBrowser,
  received: readonly Received[],
  recorded: readonly (Recorded & { tabId: number })[],
  stops: readonly Stop[],
): Promise<HeaderFaults> {
  const once = new Map<string, Received>();
  for (const one of received) if (one.uid !== undefined) once.set(one.url, one);
  const found: HeaderFaults = { checked: 0, foreign: 0, missing: 0, cookies: 0, examples: [] };
  for (const { tabId, rows } of recorded)
    for (const row of rows.filter((_, at) => at % ONE_OF === 0)) {
      const truth = once.get(row.url);
      if (!truth) continue;
      const ask = { type: 'getRequest', tabId, id: row.id } as const;
      const detail = await extension.ask<'getRequest'>(ask);
      found.checked++;
      const header = (name: string) =>
        detail?.requestHeaders.find((one) => one.name.toLowerCase() === name)?.value;
      const uid = header('x-uid');
      const isNear = stops.some(
        ({ told, gone }) => truth.at >= told - GRACE && truth.at <= gone + GRACE,
      );
      const fault =
        uid === undefined
          ? !isNear && 'missing'
          : uid !== truth.uid
            ? 'foreign'
            : (header('cookie')?.split(';').length ?? 0) !== truth.cookies && 'cookies';
      if (!fault) continue;
      found[fault]++;
      if (found.examples.length < 6) found.examples.push(`${fault} ${row.id} ${row.url}`);
    }
  return found;
}
