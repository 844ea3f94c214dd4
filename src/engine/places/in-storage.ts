import type { LimitReached, StorageSnapshot } from '../model.js';
import { parseJson, stringsOf } from '../normalize/bodies/json-strings.js';
import { type Candidate, candidatesIn } from './candidate.js';
import { type Unnamed, unnamedInItem } from './unnamed.js';
import { withoutOpeners } from './opens-sealed.js';
import { saidBeside } from './said-beside.js';
import { fieldName } from '../values/names/field-name.js';
import { joseInFields } from '../values/tokens/jose-json.js';
import { unwrapBase64 } from '../values/unwrap.js';

/** Candidates in a web storage area. Inside JSON the locator is the key with a JSON pointer. */
export function candidatesInStorage(
  snapshot: StorageSnapshot,
  reached: LimitReached[] = [],
): Candidate[] {
  return snapshot.items.flatMap(({ key, value }) => {
    const place = (pointer: string) =>
      ({ carrier: snapshot.area, locator: key + pointer, direction: 'stored' }) as const;
    const strings = withoutOpeners(stringsIn(value, reached));
    const said = saidBeside(strings);
    const named = strings.flatMap(({ pointer, value: string }) => {
      const kind = said.get(pointer);
      if (kind !== undefined) return candidatesIn({ ...place(pointer), said: kind }, kind, string);
      return candidatesIn(place(pointer), nameOf(key, pointer), string);
    });
    const jose = joseInFields(strings).map((found) => ({
      ...place(found.pointer),
      value: found.value,
    }));
    return [...named, ...jose];
  });
}

/** Long random values in it, whatever they are called. */
export function unnamedInStorage({ area, items }: StorageSnapshot): Unnamed[] {
  return items.flatMap(({ key, value }) => unnamedInItem(area, key, stringsIn(value, [])));
}

/**
 * The snapshot without the items in which nothing is found; most are of no interest, and some are
 * large.
 */
export function tellingItems(snapshot: StorageSnapshot): StorageSnapshot {
  return {
    ...snapshot,
    items: snapshot.items.filter((item) => {
      const alone = { ...snapshot, items: [item] };
      return candidatesInStorage(alone).length > 0 || unnamedInStorage(alone).length > 0;
    }),
  };
}

/** Strings of JSON, also of JSON in base64; else the value itself. A cut value is text. */
function stringsIn(value: string, reached: LimitReached[]): { pointer: string; value: string }[] {
  const json =
    parseJson(value) ??
    unwrapBase64(value)
      .map(parseJson)
      .find((parsed) => parsed !== undefined);
  return json === undefined ? [{ pointer: '', value }] : stringsOf(json, reached);
}

/** Caches keep their tokens as `{"secret": …}` under a key that says which. */
function nameOf(key: string, pointer: string): string {
  return pointer === '' ? key : fieldName(key.replaceAll('/', '_') + pointer);
}
