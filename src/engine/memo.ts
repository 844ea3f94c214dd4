// Recordings say the same things again and again: of each text it is found out once what it is.

/**
 * Texts of which a function remembers the answer, and as many again of before: a worker has little
 * room.
 */
const KEPT = 256;
/** Longer ones seldom come twice. */
const LONGEST = 2_048;

/** Stands for an answer that is none, so that one look tells whether it is known. */
const NONE = Symbol('none');

/** Whether a text and its answer may be remembered, as passwords may not. */
type IsKept<V> = (text: string, answer: V) => boolean;

const forgetters: (() => void)[] = [];

/**
 * A function of one text that is asked once for each, as long as that is among the latest (`most`:
 * so many, where they are short and many). What it returns is shared: only to be read.
 */
// One that nobody asks is left out of a build, with all that it would have asked.
/* @__NO_SIDE_EFFECTS__ */
export function memo<V>(
  make: (text: string) => V,
  isKept?: IsKept<V>,
  most = KEPT,
): (text: string) => V {
  let asked = memoOfOwner(make, isKept, most);
  forgetters.push(() => void (asked = memoOfOwner(make, isKept, most)));
  return (text) => asked(text);
}

/** The same for a function that belongs to something which is let go itself. */
export function memoOfOwner<V>(
  make: (text: string) => V,
  isKept?: IsKept<V>,
  most = KEPT,
): (text: string) => V {
  let young = new Map<string, V | typeof NONE>();
  let old = new Map<string, V | typeof NONE>();
  const keep = (text: string, answer: V | typeof NONE): void => {
    if (young.size >= most) [old, young] = [young, new Map()];
    young.set(text, answer);
  };
  return (text) => {
    if (text.length > LONGEST) return make(text);
    let known = young.get(text);
    if (known === undefined) {
      known = old.get(text);
      if (known === undefined) {
        const answer = make(text);
        if (isKept?.(text, answer) !== false) keep(text, answer === undefined ? NONE : answer);
        return answer;
      }
      keep(text, known);
    }
    return known === NONE ? (undefined as V) : (known as V);
  };
}

/**
 * A function of one object that is asked once for each: what is never changed gives the same
 * answer. The object's answer goes with the object.
 */
export function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const answers = new WeakMap<K, { value: V }>();
  return (key) => {
    const known = answers.get(key);
    if (known) return known.value;
    const value = make(key);
    answers.set(key, { value });
    return value;
  };
}

/**
 * Lets go of every text, for secrets stand in some; and of the one in which an expression was found
 * last, which JavaScript remembers (`RegExp.input`) until another one is found.
 */
export function forgetTexts(): void {
  for (const forget of forgetters) forget();
  /^/.exec('');
}
