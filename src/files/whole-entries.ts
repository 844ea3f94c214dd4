import { isEntry, type Log } from './logs.js';

/** A list of the file that is being read, and how deep its members stand. */
interface OpenList {
  into: unknown[];
  depth: number;
}

/**
 * What is whole in the text of a HAR file, or of a list of entries, that was cut or is damaged: the
 * members of its lists up to the first that cannot be read. One pass, whatever the text is.
 */
export function wholeEntries(source: string): Log {
  const scan = new Scan(source);
  while (scan.step());
  return { entries: scan.entries.filter(isEntry), pages: scan.pages };
}

class Scan {
  readonly entries: unknown[] = [];
  readonly pages: unknown[] = [];
  readonly #source: string;
  readonly #signs = /["[\]{}]/g;
  #depth = 0;
  #list: OpenList | undefined;
  /** Where the member that is being read began; -1 for none. */
  #member = -1;
  /** The string before, which names what follows a colon. */
  #name = '';
  #nameEnd = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Reads up to and with the next sign that matters; false where nothing more can be read. */
  step(): boolean {
    const sign = this.#signs.exec(this.#source);
    if (!sign) return false;
    const { index } = sign;
    if (sign[0] === '"') return this.#skipString(index);
    if (sign[0] === '[') this.#openList(index);
    else if (sign[0] === '{') this.#openObject(index);
    else if (sign[0] === ']') this.#closeList();
    else return this.#closeObject(index);
    return true;
  }

  #skipString(at: number): boolean {
    const end = endOfString(this.#source, at);
    if (end < 0) return false;
    this.#name = this.#source.slice(at + 1, Math.min(end, at + 1 + LONGEST_NAME));
    this.#nameEnd = this.#signs.lastIndex = end + 1;
    return true;
  }

  #openList(at: number): void {
    const isNamed = this.#source.slice(this.#nameEnd, at).trim() === ':';
    const name = this.#depth === 0 ? 'entries' : isNamed ? this.#name : '';
    this.#depth++;
    if (this.#list === undefined && (name === 'entries' || name === 'pages'))
      this.#list = { into: this[name], depth: this.#depth };
  }

  #closeList(): void {
    this.#depth--;
    if (this.#list && this.#depth < this.#list.depth) this.#list = undefined;
  }

  #openObject(at: number): void {
    if (this.#depth === this.#list?.depth) this.#member = at;
    this.#depth++;
  }

  #closeObject(at: number): boolean {
    this.#depth--;
    if (this.#depth !== this.#list?.depth || this.#member < 0) return true;
    const member = parsed(this.#source.slice(this.#member, at + 1));
    this.#member = -1;
    if (member !== undefined) this.#list.into.push(member);
    return member !== undefined;
  }
}

/** Longer than the names that matter. */
const LONGEST_NAME = 16;

/** Where the string ends that begins here; -1 where it does not. */
function endOfString(source: string, at: number): number {
  for (let end = source.indexOf('"', at + 1); end >= 0; end = source.indexOf('"', end + 1)) {
    let before = end - 1;
    while (source[before] === '\\') before--;
    if ((end - before) % 2 === 1) return end;
  }
  return -1;
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
