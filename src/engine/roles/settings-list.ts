import { asObject } from '../normalize/bodies/json-value.js';
import { decodeBase64Text } from '../base64.js';
import { hintOf } from '../values/names/name-hint.js';
import { regex } from '../regex.js';

/** Such a flag stands for one of two settings, whatever its name is. */
const FLAG = /^(?:true|false)$/;
/** A flag, a number, a word, or words with signs between them: `Europe/London`, `de-AT`, `12px`. */
const CHOICE =
  /^(?:\d{1,9}(?:\.\d{1,3})?|[a-z]{0,14}(?:[-_./][a-z]{1,14}){0,2}|\d{1,4}[a-z%]{1,3})$/i;
/** What a person is known by, or proves something with, is no choice of theirs. */
const OF_PERSON = regex('i')`
  ^(?:u|id|no|num|nick|name|mail|e-?mail|phone)$|user|member|account|customer|token|key|hash|code`;

/** What a flag says of somebody who is logged in. */
const OF_LOGIN =
  /log(?:ged)?[-_]?(?:in|on|out)|signed|auth|admin|guest|anon|role|perm|session|verified/i;

/**
 * True for a value that lists choices under their names, one of them a setting's:
 * `f4=4000000&tz=Europe.London`, `{"lang":"de","rows":25}`. Nothing in it may tell users apart.
 */
export function listsSettings(value: string): boolean {
  const pairs = pairsOf(value.slice(0, 2_000));
  const chosen = pairs.every(
    ([name, choice]) => CHOICE.test(choice) && !OF_PERSON.test(name) && isOpen(name),
  );
  return chosen && (pairs.some(([name]) => hintOf(name)?.role === 'preference') || areFlags(pairs));
}

/**
 * Features that are on or off, with little beside them; who is logged in, or may do more, is none
 * of these.
 */
function areFlags(pairs: readonly (readonly [name: string, choice: string])[]): boolean {
  const flags = pairs.filter(([name, choice]) => FLAG.test(choice) && !OF_LOGIN.test(name));
  return flags.length > 0 && flags.length * 2 >= pairs.length;
}

function isOpen(name: string): boolean {
  const hint = hintOf(name);
  return hint === undefined || hint.role === 'preference';
}

function pairsOf(value: string): [name: string, choice: string][] {
  if (value.startsWith('{')) return members(value);
  // `{"` in base64.
  const unwrapped = value.startsWith('eyJ') ? decodeBase64Text(value) : undefined;
  if (unwrapped !== undefined) return members(unwrapped);
  const parts = value.split(/[&;,|]/).filter((part) => part !== '');
  return parts.map((part) => {
    const at = part.search(/[=:]/);
    return at < 1 ? ['', '\0'] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
  });
}

function members(json: string): [string, string][] {
  try {
    return Object.entries(asObject(JSON.parse(json)) ?? {}).map(([name, choice]) => [
      name,
      typeof choice === 'object' ? '\0' : String(choice),
    ]);
  } catch {
    return [];
  }
}
