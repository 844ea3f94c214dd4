import type { StorageSnapshot } from '../model.js';
import { parseJson, stringsOf } from '../normalize/json-strings.js';
import { type Candidate, candidatesIn } from './candidate.js';

/** Candidates in a web storage area. Inside JSON the locator is the key with a JSON pointer. */
export function candidatesInStorage(snapshot: StorageSnapshot): Candidate[] {
  return snapshot.items.flatMap(({ key, value }) => {
    const json = parseJson(value);
    const strings = json === undefined ? [{ pointer: '', value }] : stringsOf(json);
    return strings.flatMap((found) => {
      const name = found.pointer === '' ? key : found.pointer.slice(found.pointer.lastIndexOf('/') + 1);
      const place = { carrier: snapshot.area, locator: key + found.pointer, direction: 'stored' } as const;
      return candidatesIn(place, name, found.value);
    });
  });
}
