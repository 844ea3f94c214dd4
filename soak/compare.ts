import type { RequestRow } from '../src/messaging/views.js';
import type { TabName } from './plan.js';
import type { Received } from './truth.js';

/** A worker was told to end, and was gone; in milliseconds. */
export interface Stop {
  told: number;
  gone: number;
}

/** What the extension knows of one tab; `name`: which of ours it is, if any. */
export interface Recorded {
  name: TabName | undefined;
  rows: readonly RequestRow[];
  /** Requests that were let go, and told to be. */
  dropped: number;
}

/** How many of each fault there are: all, and those that no end of a worker excuses. */
export interface Fault {
  all: number;
  unexcused: number;
  /** Some of those that nothing excuses. */
  examples: string[];
}

export const FAULTS = ['lost', 'doubled', 'misattributed', 'pending', 'unreal', 'wrong'] as const;
export type FaultName = (typeof FAULTS)[number];
export type Faults = Record<FaultName, Fault>;

/** What may be lost: what happened so shortly before a worker's end, or while it ended. */
export const GRACE = 100;
const EXAMPLES = 6;

/** Holds what was recorded against what a server received. */
export function compare(
  received: readonly Received[],
  recorded: readonly Recorded[],
  stops: readonly Stop[],
): Faults {
  return new Comparison(received, recorded, stops).faults();
}

const isOpen = ({ status, error }: RequestRow): boolean =>
  status === undefined && error === undefined;
/** WebSockets are known by the address of their handshake. */
const addressOf = ({ url }: RequestRow): string => url.replace(/^ws:/, 'http:');

class Comparison {
  readonly #truth = new Map<string, Received[]>();
  readonly #recorded: readonly Recorded[];
  readonly #stops: readonly Stop[];
  readonly #faults = Object.fromEntries(
    FAULTS.map((name) => [name, { all: 0, unexcused: 0, examples: [] }]),
  ) as unknown as Faults;

  constructor(
    received: readonly Received[],
    recorded: readonly Recorded[],
    stops: readonly Stop[],
  ) {
    for (const one of received)
      this.#truth.set(one.url, [...(this.#truth.get(one.url) ?? []), one]);
    this.#recorded = recorded;
    this.#stops = stops;
  }

  faults(): Faults {
    for (const tab of this.#recorded) this.#compareRows(tab);
    for (const [url, requests] of this.#truth) this.#compareCount(url, requests);
    return this.#faults;
  }

  #compareRows({ name, rows }: Recorded): void {
    for (const row of rows) {
      const requests = this.#truth.get(addressOf(row)) ?? [];
      const [first] = requests;
      const isExcused = requests.some((one) => this.#isExcused(one.at, one.end));
      const begun = this.#isExcused(row.startedAt, row.startedAt);
      if (isOpen(row)) this.#note('pending', 1, isExcused || begun, told(row, first, this.#stops));
      if (!first) {
        // What was called off before it was sent never reached a server.
        const isOurs = /^http:\/\/[a-z.]+(?:test|localhost):\d+\/[a-z]+\/[abc]\//.test(row.url);
        if (isOurs && row.status !== undefined) this.#note('unreal', 1, false, told(row));
      } else if (first.tab !== name)
        this.#note('misattributed', 1, false, told(row, first, this.#stops));
      else if (row.status !== undefined && !requests.some(({ status }) => status === row.status))
        this.#note('wrong', 1, false, told(row, first, this.#stops));
    }
  }

  #compareCount(url: string, requests: readonly Received[]): void {
    const [first] = requests;
    if (!first) return;
    const tab = this.#recorded.find(({ name }) => name === first.tab);
    const rows = (tab?.rows ?? []).filter((row) => addressOf(row) === url);
    // Browsers ask again, by themselves, where a connection broke before there was an answer.
    const expected = first.deed === 'broken' ? 1 : requests.length;
    const lost = expected - rows.length;
    if (lost > 0 && !this.#wasLetGo(tab, first)) {
      const excused = requests.filter(({ at, end }) => this.#isExcused(at, end)).length;
      this.#note('lost', lost, excused >= lost, told(undefined, first, this.#stops));
    }
    // A navigation that another one takes the place of is a row that failed, and no request.
    const doubled = rows.filter(({ error }) => error === undefined).length - expected;
    if (doubled > 0)
      this.#note(
        'doubled',
        doubled,
        false,
        rows.map((row) => told(row, first, this.#stops)).join(' '),
      );
  }

  /** The oldest that have ended are let go, and told to be. */
  #wasLetGo(tab: Recorded | undefined, { at }: Received): boolean {
    if (!tab || tab.dropped === 0) return false;
    const kept = tab.rows.filter((row) => !isOpen(row)).map(({ startedAt }) => startedAt);
    return at <= Math.min(...kept) + GRACE;
  }

  #isExcused(from: number, to: number): boolean {
    return this.#stops.some((stop) => to >= stop.told - GRACE && from <= stop.gone + GRACE);
  }

  #note(name: FaultName, count: number, isExcused: boolean, example: string): void {
    const fault = this.#faults[name];
    fault.all += count;
    if (isExcused) return;
    fault.unexcused += count;
    if (fault.examples.length < EXAMPLES) fault.examples.push(example);
  }
}

/** A row, what is true of it, and how long before or after the nearest end of a worker that was. */
function told(row: RequestRow | undefined, truth?: Received, stops: readonly Stop[] = []): string {
  const known = row ? `${row.id} ${row.status ?? row.error ?? 'pending'} ${row.url}` : truth?.url;
  if (!truth) return `${known}`;
  const { at, end, status, tab } = truth;
  const [nearest] = stops.toSorted((a, b) => Math.abs(a.told - at) - Math.abs(b.told - at));
  const when = nearest && ` from ${at - nearest.told} to ${end - nearest.told} ms after a stop`;
  return `${known} (tab ${tab}, ${status}${when ?? ''})`;
}
