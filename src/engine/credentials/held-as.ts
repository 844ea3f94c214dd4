import { parseJson, stringsOf } from '../normalize/bodies/json-strings.js';
import { roleRank } from '../role-table.js';
import { fieldName } from '../values/names/field-name.js';
import { findJwts } from '../values/tokens/jwt.js';
import { hintOf } from '../values/names/name-hint.js';
import { unwrapBase64, unwrapPlain } from '../values/unwrap.js';

/**
 * What a value that is JSON, plain or in base64, calls the token in it; of several the weightiest.
 * Undefined where it says nothing of it.
 */
export function heldAs(value: string): string | undefined {
  const json = [unwrapPlain(value), ...unwrapBase64(value)]
    .map(parseJson)
    .find((parsed) => typeof parsed === 'object' && parsed !== null);
  if (json === undefined) return undefined;
  const names = stringsOf(json)
    .filter((one) => findJwts(one.value).length > 0)
    .map(({ pointer }) => fieldName(pointer));
  const rank = (name: string) => roleRank(hintOf(name)?.role ?? 'other');
  return names.filter((name) => hintOf(name)).toSorted((a, b) => rank(a) - rank(b))[0];
}
