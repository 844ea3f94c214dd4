import type { Changes } from './mutant.js';

/** Of what is known by its value, and of what comes a second time. */
export const UNNAMED: Changes = {
  'credentials/see-opener.ts': [
    ['an id opens', 'return !OF_THING.test(name) && hintOf', 'return hintOf'],
    ['one of two opens', 'return others.length === 0 ? one : undefined;', 'return one;'],
    ['who else may say who asks is no matter', 'else if (!isQuiet(role)) return undefined;', ''],
    ['what was in use before opens', '!isFirst || first.direction', 'first.direction'],
    ['what was given long ago opens', 'startedAt - first.at <= ASKS_WITHIN', 'true'],
    ['a page gives what opens', 'isSince && isSent && isHere', 'isSince && isHere'],
    ['what it renewed was another', 'for (const one of before) seeAtSlot(store, one);', ''],
  ],
  'credentials/see-told.ts': [
    ['once is enough', 'const ENOUGH = 2;', 'const ENOUGH = 1;'],
    ['beside a session it is told too', '&& !isQuiet(role))', '&& false)'],
    ['a file without cookies shows it', 'count >= ENOUGH && isWhole', 'count >= ENOUGH'],
  ],
  'credentials/turned-down.ts': [
    ['a refusal by words lets in', ' || response.body?.refusal', ''],
    ['a refusal by its code alone is none', ' || body?.denied === true', ''],
  ],
  'credentials/openers.ts': [
    [
      'what was let in stays refused',
      '  letIn(place: string): void {\n    this.#refused',
      '  letIn(place: string): void {\n    new Map()',
    ],
    ['whatever is sent stands for the user', 'this.#slots.has(slotOf(seen))', 'true'],
    ['refusals pile up', 'this.#refused.size > MAX_REFUSED &&', 'false &&'],
    ['places of users pile up', 'if (this.#slots.size < MAX_SLOTS) this', 'this'],
  ],
  'credentials/unnamed-values.ts': [
    ['documents are kept in mind', 'value.length > LONGEST ||', ''],
    ['values pile up', 'this.#values.size > MAX_VALUES &&', 'false &&'],
    [
      'the latest value gives way',
      '    this.#values.delete(value);\n    this.#values.set',
      '    this.#values.set',
    ],
    ['what was taken is taken again', 'else this.#values.delete(value);', ''],
    [
      'what was left is forgotten',
      'if (left.length > 0) this.#values.set(value, left);',
      'if (false) return [];',
    ],
    ['the order of values is by chance', '(a[0]?.at ?? 0) - (b[0]?.at ?? 0)', '0'],
  ],
  'credentials/see-unnamed.ts': [
    ['what has a name has none', 'if (isNamed.has(', 'if (false && isNamed.has('],
    ['what logs nobody in is seen by its value', '!logsIn(owner) ||', ''],
    ['every site is its own', ' || !isItsOwn(owner, seen)) {', ') {'],
    [
      'a name for something else is no matter',
      "if (credential.kind !== 'cookie' && isOther(seen)) return false;",
      '',
    ],
    ['one exchange is seen twice', 'if (!isSeen(owner, seen)) store', 'store'],
    ['scripts get nothing', "if (script !== undefined && one.direction === 'sent')", 'if (false)'],
  ],
  'credentials/note-repeated.ts': [
    [
      'a page might have had a header',
      "const mightHave = type === 'fetch' || !inHeader;",
      'const mightHave = true;',
    ],
    ['a masked one is another', ' || (!inHeader && isMaskOf(value, plain))', ''],
    ['a session is repeated', ' && isNoLogin(name))', ')'],
    ['reading is a change', 'const change = !isSafe(method);', 'const change = true;'],
    ['reading has nothing to repeat', 'Number(place !== undefined && !change)', '0'],
    ['changes without it are not counted', 'Number(!place && change && mightHave)', '0'],
  ],
};
