import { parseJson, stringsOf } from '../normalize/bodies/json-strings.js';
import { withJsonArguments } from '../normalize/passwords/positional-passwords.js';
import { isCode } from '../values/telling/mask.js';
import { isBareCode } from '../normalize/words/code-names.js';
import { leadsSomewhere } from './judged.js';
import { mapJson } from './map-json.js';
import { isPersonalClaim } from './personal.js';
import { personsIn } from './persons-in.js';
import type { Visitor } from './visitor.js';

/** Codes that services send to people; numbers of errors have fewer digits. */
const TYPED_CODE = /^\d{6,8}$/;

/** JSON with its strings written anew, by `named` where nothing else says what they are. */
export function rewriteJson(
  source: string,
  visitor: Visitor,
  named: (name: string, value: string) => string,
): string {
  const parsed = parseJson(source);
  const strings = parsed === undefined ? [] : withJsonArguments(stringsOf(parsed), parsed);
  const told = new Set(strings.flatMap((one) => (one.isPassword ? [one.value] : [])));
  const persons = personsIn(parsed);
  return mapJson(source, (name, value, isString) => {
    if (told.has(value)) return visitor.value('password', name, value);
    const isOfPerson = isString && isPersonalClaim(name) && persons.has(value);
    if (isOfPerson && !leadsSomewhere(name, value)) return visitor.value('person', name, value);
    if (isString) return named(name, value);
    const isTyped = visitor.isPassword(name) || visitor.isTyped(name, value);
    return isTyped || isBareCode(name, value) || (isCode(name) && TYPED_CODE.test(value))
      ? visitor.value('authorization', name, value)
      : value;
  });
}
