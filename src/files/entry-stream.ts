/** Signs of JSON (RFC 8259 §2); in UTF-8 no other sign has any of these bytes. */
const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** How deep members of `log` stand, and those of its lists. */
const IN_ROOT = 1;
const IN_LOG = 2;
const IN_LIST = 3;
/** Longer than the names that matter. */
const LONGEST_NAME = 16;

/** A member of one of the lists of a HAR file's `log`. */
export interface ListMember {
  list: 'entries' | 'pages';
  value: unknown;
}

/**
 * Reads a HAR file in UTF-8 part by part: gives the members of `log.pages` and `log.entries` as
 * each ends, so that no more than one of them has to be in memory. What is not JSON in between is
 * not noticed.
 */
export class EntryStream {
  #depth = 0;
  #isInString = false;
  /** A backslash stands before what comes next. */
  #isEscaped = false;
  /** The last string outside of the lists: it names what is opened next. */
  #name = '';
  #isObject = false;
  #isInLog = false;
  #list: ListMember['list'] | undefined;
  /** Parts of the member that is being read. */
  #parts: Uint8Array[] = [];
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  /** The lists that were opened. */
  readonly lists = new Set<ListMember['list']>();

  /** The object that the file is has ended. */
  get isWhole(): boolean {
    return this.lists.has('entries') && this.#depth === 0;
  }

  /**
   * Takes the next part of the file, which may be written over afterwards.
   * @throws SyntaxError at a member that is not JSON
   */
  *push(part: Uint8Array): Generator<ListMember> {
    let from = 0;
    for (let at = 0; at < part.length; at++) {
      if (this.#isInString) {
        at = this.#endOfString(part, at);
        continue;
      }
      const sign = part[at]!;
      if (sign === QUOTE) this.#openString();
      else if (sign === OPEN_OBJECT || sign === OPEN_LIST) {
        this.#open(sign);
        if (this.#list && this.#depth === IN_LIST) from = at + 1;
      } else if (this.#list && this.#depth === IN_LIST && (sign === COMMA || sign === CLOSE_LIST)) {
        yield* this.#member(part.subarray(from, at));
        from = at + 1;
        if (sign === CLOSE_LIST) this.#close();
      } else if (sign === CLOSE_OBJECT || sign === CLOSE_LIST) this.#close();
    }
    // A copy: `slice` of Node's buffers is none.
    if (this.#list) this.#parts.push(new Uint8Array(part.subarray(from)));
  }

  #openString(): void {
    this.#isInString = true;
    this.#isEscaped = false;
    if (!this.#list) this.#name = '';
  }

  /** Where the string ends that `at` is in; behind the last byte where that is in a later part. */
  #endOfString(part: Uint8Array, at: number): number {
    const start = this.#isEscaped ? at + 1 : at;
    for (let from = start; ;) {
      const quote = part.indexOf(QUOTE, from);
      const end = quote < 0 ? part.length : quote;
      let plain = end;
      while (plain > start && part[plain - 1] === BACKSLASH) plain--;
      const isEscaped = (end - plain) % 2 === 1;
      if (quote >= 0 && isEscaped) {
        from = quote + 1;
        continue;
      }
      this.#isEscaped = isEscaped;
      this.#isInString = quote < 0;
      if (!this.#list) this.#name += asciiOf(part.subarray(at, Math.min(end, at + LONGEST_NAME)));
      return end;
    }
  }

  #open(sign: number): void {
    const depth = this.#depth++;
    if (this.#list) return;
    if (depth === 0) this.#isObject = sign === OPEN_OBJECT;
    if (depth === IN_ROOT)
      this.#isInLog = this.#isObject && sign === OPEN_OBJECT && this.#name === 'log';
    if (depth !== IN_LOG || !this.#isInLog || sign !== OPEN_LIST) return;
    if (this.#name !== 'entries' && this.#name !== 'pages') return;
    this.#list = this.#name;
    this.lists.add(this.#list);
  }

  #close(): void {
    this.#depth--;
    if (this.#depth < IN_LIST) this.#list = undefined;
  }

  *#member(end: Uint8Array): Generator<ListMember> {
    const list = this.#list!;
    const source =
      this.#parts.map((part) => this.#decoder.decode(part, { stream: true })).join('') +
      this.#decoder.decode(end);
    this.#parts = [];
    if (source.trim() !== '') yield { list, value: JSON.parse(source) };
  }
}

function asciiOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
