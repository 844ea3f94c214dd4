import type { LimitReached } from '../../model.js';
import { beyond, LIMITS } from '../../settings.js';
import { type Beside, besidePassword, isSaidOf } from '../passwords/beside-password.js';
import { type Form, formOf, isFormOf, type Member } from './json-form.js';

/** JSON once more, for all that its first sign tells. */
const JSON_START = /^\s*[{[]/;

/** One string somewhere in a JSON value, with its JSON pointer (RFC 6901). */
export interface JsonString {
  pointer: string;
  value: string;
  /** What stands beside it says that it is a password. */
  isPassword?: true;
}

/** Which strings are asked for, beside those that are passwords by what stands beside them. */
export interface Asked {
  /** Under such a name all are, however deep. */
  name(name: string): boolean;
  /** All that stand in an object or list at such a place itself. */
  place(pointer: string): boolean;
  /** Wherever it stands. */
  text(value: string): boolean;
}

type Said = 'all' | ReadonlySet<string> | undefined;

/** An object or list that is being read: how far, and what is said of all that stands in it. */
interface Open {
  readonly form: Form;
  readonly values: readonly unknown[];
  readonly length: number;
  next: number;
  readonly pointer: string;
  readonly depth: number;
  readonly nested: number;
  readonly said: Said;
  readonly beside: Beside | undefined;
  /** All strings in it are asked for. */
  readonly isAsked: boolean;
  /** … and all below it. */
  readonly areAllAsked: boolean;
}

/** Parses `source` as a JSON object or array; undefined where it is neither. Never throws. */
export function parseJson(source: string): unknown {
  if (!mayBeJson(source)) return undefined;
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/** By its first character that is no white space: nearly every text is none by that. */
function mayBeJson(source: string): boolean {
  const first = source.charCodeAt(0);
  // A letter, a digit: nothing that `trimStart` takes away.
  if (first > 0x2d && first < 0x5b) return false;
  if (first > 0x5b && first < 0x7b) return false;
  return /^\s*[{["]/.test(source);
}

/**
 * The strings of a JSON value in document order, those inside nested JSON strings too; where
 * `asked` is given, no others than those. Bounded in number, depth and work, and iterative: hostile
 * JSON may be a thousand levels deep. What a bound leaves out is added to `reached`; of a list that
 * is not read to its end, at least so many. The names of all members are added to `names`.
 */
export function stringsOf(
  json: unknown,
  reached: LimitReached[] = [],
  names?: Set<string>,
  asked?: Asked,
): JsonString[] {
  const walk = new Walk(names, asked);
  walk.read(json);
  reached.push(...walk.left());
  return walk.found;
}

/** Where a JSON text as a whole stands: in nothing. */
const NOWHERE: Member = { name: '', token: '', isAsked: false, below: undefined };

class Walk {
  readonly found: JsonString[] = [];
  readonly #names: Set<string> | undefined;
  readonly #asked: Asked | undefined;
  readonly #open: Open[] = [];
  #strings = 0;
  #visited = 0;
  #tooDeep = 0;
  #tooNested = 0;

  constructor(names: Set<string> | undefined, asked: Asked | undefined) {
    this.#names = names;
    this.#asked = asked;
  }

  read(json: unknown): void {
    this.#visited++;
    this.#see(json, undefined, { ...NOWHERE }, 0);
    for (let last = this.#open.at(-1); last; last = this.#open.at(-1)) {
      if (this.#visited >= LIMITS.jsonNodes || this.#strings >= LIMITS.jsonStrings) break;
      if (last.next === last.length) {
        this.#open.pop();
        continue;
      }
      this.#visited++;
      const at = last.next++;
      const child = last.values[at];
      if (typeof child === 'string' || (typeof child === 'object' && child !== null))
        this.#see(child, last, last.form.members[last.form.names ? at : 0]!, at);
    }
  }

  /** What a bound left out. */
  left(): LimitReached[] {
    const left = this.#open.reduce((sum, { length, next }) => sum + length - next, 0);
    const cause = this.#strings < LIMITS.jsonStrings ? 'jsonNodes' : 'jsonStrings';
    return [
      ...beyond('jsonNested', this.#tooNested),
      ...beyond('jsonDepth', this.#tooDeep),
      ...beyond(cause, left),
    ];
  }

  #see(value: unknown, above: Open | undefined, member: Member, at: number): void {
    let node = value;
    let nested = above?.nested ?? 0;
    while (typeof node === 'string') {
      const isDeepest = nested === LIMITS.jsonNested;
      if (isDeepest && JSON_START.test(node)) this.#tooNested++;
      const inner = isDeepest ? undefined : parseJson(node);
      if (inner === undefined) return this.#tell(node, above, member, at);
      node = inner;
      nested++;
      this.#visited++;
    }
    if (typeof node !== 'object' || node === null) return;
    if (above && above.depth + 1 >= LIMITS.jsonDepth) this.#tooDeep++;
    else this.#enter(node, nested, above, member, at);
  }

  #tell(value: string, above: Open | undefined, member: Member, at: number): void {
    this.#strings++;
    const isPassword = above !== undefined && saidOf(above, member, at) === 'all';
    const isAsked = isPassword || member.isAsked || (above?.isAsked ?? true);
    if (!isAsked && this.#asked?.text(value) === false) return;
    const pointer = pointerOf(above, member, at);
    this.found.push(isPassword ? { pointer, value, isPassword } : { pointer, value });
  }

  #enter(node: object, nested: number, above: Open | undefined, member: Member, at: number): void {
    const names = Array.isArray(node) ? undefined : Object.keys(node);
    const form = member.below && isFormOf(member.below, names) ? member.below : this.#formOf(names);
    member.below = form;
    const values: readonly unknown[] = names ? Object.values(node) : (node as unknown[]);
    const pointer = pointerOf(above, member, at);
    const areAllAsked = member.isAsked || (above?.areAllAsked ?? !this.#asked);
    this.#open.push({
      form,
      values,
      length: Math.min(values.length, LIMITS.jsonNodes),
      next: 0,
      pointer,
      depth: above ? above.depth + 1 : 0,
      nested,
      said: above && saidOf(above, member, at),
      beside: names && besidePassword(node, undefined, names, form.saying),
      areAllAsked,
      isAsked: areAllAsked || this.#asked?.place(pointer) !== false,
    });
  }

  #formOf(names: Form['names']): Form {
    for (const name of names ?? []) this.#names?.add(name);
    return formOf(names, (name) => this.#asked?.name(name) !== false);
  }
}

/** A string, an object or a list as a member of what stands above it. */
function pointerOf(above: Open | undefined, { token }: Member, at: number): string {
  return above ? `${above.pointer}/${above.form.names ? token : at}` : '';
}

function saidOf({ said, beside, form }: Open, { name }: Member, at: number): Said {
  if (said === undefined && beside === undefined) return undefined;
  const own = form.names ? name : String(at);
  return isSaidOf(said, own) ? 'all' : beside?.get(own);
}
