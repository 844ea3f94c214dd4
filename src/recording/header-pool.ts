import type { Exchange, Header } from '../engine/model.js';

/** Characters of all texts that are shared, and of one. */
const ROOM = 524_288;
const SHARED = 2_048;
/** Texts that were met once, lately. */
const ONCE = 500;

/** A text by its number, or as it is. */
type Short = number | string;
type ShortHeader = number | [name: string, value: string];

export type SavedHeaderPool = readonly [name: string, value: string][];

/**
 * Writes exchanges as JSON in which headers and addresses that come again are numbers: most of what a
 * site sends and gets is the same in every request.
 */
export class HeaderPool {
  readonly #headers: Header[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #once = new Set<string>();
  #room = ROOM;

  constructor(saved: SavedHeaderPool = []) {
    for (const [name, value] of saved) this.#share(name, value);
  }

  save(): SavedHeaderPool {
    return this.#headers.map(({ name, value }) => [name, value]);
  }

  write(exchange: Exchange): string {
    const { request, response, initiator, topUrl } = exchange;
    return JSON.stringify({
      ...exchange,
      ...(initiator !== undefined && { initiator: this.#short('', initiator) }),
      ...(topUrl !== undefined && { topUrl: this.#short('', topUrl) }),
      request: { ...request, headers: this.#shortened(request.headers) },
      ...(response && { response: { ...response, headers: this.#shortened(response.headers) } }),
    });
  }

  read(text: string): Exchange {
    const exchange = JSON.parse(text) as Exchange;
    const { request, response } = exchange;
    if (exchange.initiator !== undefined) exchange.initiator = this.#long(exchange.initiator);
    if (exchange.topUrl !== undefined) exchange.topUrl = this.#long(exchange.topUrl);
    request.headers = this.#whole(request.headers as unknown as ShortHeader[]);
    if (response) response.headers = this.#whole(response.headers as unknown as ShortHeader[]);
    return exchange;
  }

  #shortened(headers: readonly Header[]): ShortHeader[] {
    return headers.map(({ name, value }) => {
      const short = this.#short(name, value);
      return typeof short === 'number' ? short : [name, value];
    });
  }

  #whole(headers: readonly ShortHeader[]): Header[] {
    return headers.map((short) => {
      const [name, value] =
        typeof short === 'number'
          ? [this.#headers[short]!.name, this.#headers[short]!.value]
          : short;
      return { name, value };
    });
  }

  /** The number of a text that came again; what comes once takes no number. */
  #short(name: string, value: string): Short {
    const key = `${name}\n${value}`;
    const number = this.#numbers.get(key);
    if (number !== undefined) return number;
    if (value.length > SHARED || this.#room < value.length) return value;
    if (this.#once.delete(key)) return this.#share(name, value);
    this.#once.add(key);
    const [oldest] = this.#once;
    if (this.#once.size > ONCE && oldest !== undefined) this.#once.delete(oldest);
    return value;
  }

  #share(name: string, value: string): number {
    const number = this.#headers.length;
    this.#numbers.set(`${name}\n${value}`, number);
    this.#headers.push({ name, value });
    this.#room -= name.length + value.length;
    return number;
  }

  #long(short: Short): string {
    return typeof short === 'number' ? this.#headers[short]!.value : short;
  }
}
