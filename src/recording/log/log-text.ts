import type { Header } from '../../engine/model.js';
import type { LogRecord } from '../record.js';
import type { RequestSubject } from '../requests/request-event.js';

/** Characters of the texts that are remembered; beyond, both sides begin anew. */
const ROOM = 65_536;
/** A longer header hardly comes again. */
const SHARED = 1_024;
/** Requests whose answers may leave out what is the same. */
const SUBJECTS = 1_000;

/** What an answer repeats of its request. */
const REPEATED = ['url', 'method', 'type', 'frameId', 'initiator', 'topUrl'] as const;

/** A header that is told for the first time, or the number of one that was told. */
type Short = number | [name: string, value: string];

type Subject = Pick<RequestSubject, (typeof REPEATED)[number]>;

/** What writer and reader remember, by the same rules: headers by number, requests by their id. */
class Memory {
  readonly headers: Header[] = [];
  readonly numbers = new Map<string, number>();
  readonly subjects = new Map<string, Subject>();
  #room = ROOM;

  learn({ name, value }: Header): void {
    if (value.length > SHARED) return;
    this.numbers.set(`${name}\n${value}`, this.headers.length);
    this.headers.push({ name, value });
    this.#room -= name.length + value.length;
  }

  /** After each line. */
  settle(): void {
    if (this.#room < 0) this.clear();
    if (this.subjects.size > SUBJECTS) this.subjects.clear();
  }

  clear(): void {
    this.headers.length = 0;
    this.numbers.clear();
    this.subjects.clear();
    this.#room = ROOM;
  }
}

/**
 * Writes records as lines of JSON, in which a header that was told before is a number, and an
 * answer leaves out what it repeats of its request: traffic is made of repetitions, and room is
 * scarce.
 */
export class LogWriter {
  readonly #memory = new Memory();

  write(record: LogRecord): string {
    if (!('headers' in record)) return JSON.stringify(record);
    const line = JSON.stringify(this.#shortened(record));
    this.#memory.settle();
    return line;
  }

  /** What is written from now on can be read without what was written before. */
  beginAnew(): void {
    this.#memory.clear();
  }

  #shortened(record: LogRecord & RequestSubject): object {
    const { headers, ...rest } = record;
    const short = headers.map((header) => this.#short(header));
    const { subjects } = this.#memory;
    if (record.kind === 'sent') subjects.set(record.id, record);
    const subject = record.kind === 'sent' ? undefined : subjects.get(record.id);
    if (!subject || REPEATED.some((name) => subject[name] !== record[name]))
      return { ...rest, headers: short };
    const own = Object.entries(rest).filter(([name]) => !isRepeated(name));
    return { ...Object.fromEntries(own), headers: short, same: 1 };
  }

  #short(header: Header): Short {
    const known = this.#memory.numbers.get(`${header.name}\n${header.value}`);
    if (known !== undefined) return known;
    this.#memory.learn(header);
    return [header.name, header.value];
  }
}

/** Reads what a {@link LogWriter} wrote, line by line. */
export class LogReader {
  readonly #memory = new Memory();

  /** One parsed line. @throws RangeError where it builds on one that was not read. */
  read(line: object): LogRecord {
    if (!('headers' in line)) return line as LogRecord;
    const { same, headers, ...rest } = line as { same?: 1; headers: Short[]; id: string };
    const subject = same ? this.#memory.subjects.get(rest.id) : undefined;
    const repeated = subject ? ofSubject(subject) : {};
    const whole = headers.map((short) => this.#whole(short));
    const record = { ...rest, ...repeated, headers: whole } as unknown as LogRecord &
      RequestSubject;
    if (record.kind === 'sent') this.#memory.subjects.set(record.id, record);
    this.#memory.settle();
    return record;
  }

  beginAnew(): void {
    this.#memory.clear();
  }

  #whole(short: Short): Header {
    if (typeof short === 'number') return this.#known(short);
    const [name, value] = short;
    this.#memory.learn({ name, value });
    return { name, value };
  }

  #known(number: number): Header {
    const header = this.#memory.headers[number];
    if (!header) throw new RangeError('A header that was not told');
    return header;
  }
}

function isRepeated(name: string): boolean {
  return (REPEATED as readonly string[]).includes(name);
}

function ofSubject(subject: Subject): object {
  const all = REPEATED.map((name) => [name, subject[name]] as const);
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}
