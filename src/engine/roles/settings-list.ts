import { asObject } from '../normalize/json-value.js';
import { hintOf } from '../values/name-hint.js';

/** A flag, a number, a word, or words with signs between them: `Europe/London`, `de-AT`, `12px`. */
const CHOICE =
  /^(?:\d{1,9}(?:\.\d{1,3})?|[a-z]{0,14}(?:[-_./][a-z]{1,14}){0,2}|\d{1,4}[a-z%]{1,3})$/i;
/** What a person is known by, or proves something with, is no choice of theirs. */
const OF_PERSON =
  /^(?:u|id|no|num|nick|name|mail|e-?mail|phone)$|user|member|account|customer|token|key|hash|code/i;

/**
 * True for a value that lists choices under their names, one of them a setting's:
 * `f4=4000000&tz=Europe.London`, `{"lang":"de","rows":25}`. Nothing in it may tell users apart.
 */
export function listsSettings(value: string): boolean {
  const pairs = pairsOf(value.slice(0, 2_000));
  const chosen = pairs.every(
    ([name, choice]) => CHOICE.test(choice) && !OF_PERSON.test(name) && isOpen(name),
  );
  return chosen && pairs.some(([name]) => hintOf(name)?.role === 'preference');
}

function isOpen(name: string): boolean {
  const hint = hintOf(name);
  return hint === undefined || hint.role === 'preference';
}

function pairsOf(value: string): [name: string, choice: string][] {
  if (value.startsWith('{')) return members(value);
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
