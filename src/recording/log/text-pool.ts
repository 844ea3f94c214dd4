import type { Exchange, Header, ResourceType } from '../../engine/model.js';

/** Characters of all texts that are shared, and of one. */
const ROOM = 524_288;
const SHARED = 2_048;
/** Texts that were met once, lately. */
const ONCE = 500;

/** A text by its number, or as it is. */
type Short = number | string;
type ShortHeader = number | [name: string, value: string];
type HttpResponse = NonNullable<Exchange['response']>;
type Maybe<T> = T | null | undefined;

/**
 * What many exchanges have in common, as a page asks again and again: with numbers, a text that
 * comes again.
 */
type Form = [
  method: string,
  type: ResourceType,
  frameId: Maybe<number>,
  initiator: Short | false,
  topUrl: Short | false,
  sent: [left: Maybe<number>, ...headers: ShortHeader[]],
  answer: 0 | [status: number, size: Maybe<number>, left: Maybe<number>, ...headers: ShortHeader[]],
];

/** What is told of nearly every exchange, without the names of its members, and then the rest. */
type Written = [
  url: string,
  startedAt: number,
  endedAt: Maybe<number>,
  form: number | Form,
  rest?: Partial<Omit<Exchange, 'request' | 'response'>> & { request?: object; response?: object },
];

const TOLD_FIRST = [
  'url',
  'method',
  'type',
  'startedAt',
  'endedAt',
  'frameId',
  'initiator',
  'topUrl',
] as const;
const NONE: HttpResponse = { status: 0, headers: [] };

export type SavedTextPool = readonly [name: string, value: string][];

/**
 * Writes exchanges as JSON in which headers, addresses and whole forms that come again are numbers:
 * most of what a site sends and gets is the same in every request.
 */
export class TextPool {
  readonly #texts: Header[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #once = new Set<string>();
  readonly #forms = new Map<number, Form>();
  #room = ROOM;

  constructor(saved: SavedTextPool = []) {
    for (const [name, value] of saved) this.#share(name, value);
  }

  save(): SavedTextPool {
    return this.#texts.map(({ name, value }) => [name, value]);
  }

  write({ id: _id, ...exchange }: Exchange): string {
    const { url, method, type, startedAt, endedAt, frameId, initiator, topUrl } = exchange;
    const { request, response, ...more } = exchange;
    for (const name of TOLD_FIRST) delete more[name];
    const { headers, left, ...ofRequest } = request;
    const { status, headers: answered, left: kept, size, ...ofResponse } = response ?? NONE;
    const rest = {
      ...more,
      ...(isEmpty(ofRequest) ? {} : { request: ofRequest }),
      ...(isEmpty(ofResponse) ? {} : { response: ofResponse }),
    };
    const form: Form = [
      method,
      type,
      frameId,
      initiator !== undefined && this.#short('', initiator),
      topUrl !== undefined && this.#short('', topUrl),
      [left, ...this.#shortened(headers)],
      response ? [status, size, kept, ...this.#shortened(answered)] : 0,
    ];
    const short = this.#short('', JSON.stringify(form));
    const told: Written = [url, startedAt, endedAt, typeof short === 'number' ? short : form];
    return JSON.stringify(isEmpty(rest) ? told : [...told, rest]);
  }

  /** `bare`: without headers, which most readers do not want. */
  read(id: string, text: string, bare = false): Exchange {
    const [url, startedAt, endedAt, short, rest] = JSON.parse(text) as Written;
    const form = typeof short === 'number' ? this.#form(short) : short;
    const [method, type, frameId, initiator, topUrl, [left, ...sent], answer] = form;
    const { request, response, ...more } = rest ?? {};
    return {
      id,
      url,
      method,
      type,
      startedAt,
      ...(initiator !== false && { initiator: this.#long(initiator) }),
      ...(topUrl !== false && { topUrl: this.#long(topUrl) }),
      ...(frameId != null && { frameId }),
      request: {
        headers: bare ? [] : this.#whole(sent),
        ...(left != null && { left }),
        ...request,
      },
      ...(endedAt != null && { endedAt }),
      ...(answer !== 0 && { response: this.#answer(answer, response, bare) }),
      ...more,
    };
  }

  #answer(
    [status, size, left, ...headers]: Exclude<Form[6], 0>,
    rest: object | undefined,
    bare: boolean,
  ): HttpResponse {
    return {
      status,
      headers: bare ? [] : this.#whole(headers),
      ...(left != null && { left }),
      ...(size != null && { size }),
      ...rest,
    };
  }

  /** The same that was written, read once. */
  #form(number: number): Form {
    const known = this.#forms.get(number) ?? (JSON.parse(this.#texts[number]!.value) as Form);
    this.#forms.set(number, known);
    return known;
  }

  #shortened(headers: readonly Header[]): ShortHeader[] {
    return headers.map(({ name, value }) => {
      const short = this.#short(name, value);
      return typeof short === 'number' ? short : [name, value];
    });
  }

  #whole(headers: readonly ShortHeader[]): Header[] {
    return headers.map((short) => {
      if (typeof short === 'number') return this.#texts[short]!;
      const [name, value] = short;
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
    const number = this.#texts.length;
    this.#numbers.set(`${name}\n${value}`, number);
    this.#texts.push({ name, value });
    this.#room -= name.length + value.length;
    return number;
  }

  #long(short: Short): string {
    return typeof short === 'number' ? this.#texts[short]!.value : short;
  }
}

function isEmpty(members: object): boolean {
  return Object.keys(members).length === 0;
}
