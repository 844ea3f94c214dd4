import type { Exchange } from '../engine/model.js';
import { MATCH_WITHIN } from './join.js';
import type { RequestEvent } from './request-event.js';

/** So many proofs of one tab are remembered: requests of older ones have long been answered. */
const MARKS = 50;
/** Requests of proofs of which DevTools may still tell. */
const KNOWN = 500;

type Known = Pick<Exchange, 'id' | 'method' | 'url' | 'startedAt'>;

export interface SavedProbes {
  marks: string[];
  known: Known[];
}

/**
 * The fragment by which the requests of a proof are known, to the browser's rules and here. It is never
 * sent (RFC 9110 §4.2.5), and its random part is known to nobody beforehand: a page cannot pass its own
 * requests off as ours.
 */
export const probeFragment = (mark: string): string => `#credtrail-${mark}`;

/** Requests that Credtrail had the page repeat: shown, and left out of everything that is concluded. */
export class Probes {
  readonly #marks: Set<string>;
  readonly #known: Map<string, Known>;

  constructor(saved?: SavedProbes) {
    this.#marks = new Set(saved?.marks);
    this.#known = new Map(saved?.known.map((one) => [one.id, one]));
  }

  save(): SavedProbes | undefined {
    if (this.#marks.size === 0) return undefined;
    return { marks: [...this.#marks], known: [...this.#known.values()] };
  }

  /** From now on requests with this mark are those of a proof. */
  expect(mark: string): void {
    this.#marks.add(mark);
    letGo(this.#marks, MARKS);
  }

  /** What is told of a request: of one of ours without its mark. */
  read(event: RequestEvent): RequestEvent {
    if (event.kind === 'failed') return event;
    const url = this.#unmarked(event.url);
    if (url === undefined) return event;
    const { redirectUrl } = 'redirectUrl' in event ? event : {};
    // A redirect inherits the fragment (RFC 9110 §10.2.2).
    const goal =
      redirectUrl === undefined ? undefined : (this.#unmarked(redirectUrl) ?? redirectUrl);
    return { ...event, url, probe: true, ...(goal !== undefined && { redirectUrl: goal }) };
  }

  /** Notes one of ours, so that what DevTools tells of it is known again. */
  note({ id, method, url, startedAt }: Exchange): void {
    this.#known.set(id, { id, method, url, startedAt });
    letGo(this.#known, KNOWN);
  }

  has(id: string): boolean {
    return this.#known.has(id);
  }

  /** True for a request that DevTools alone tells of, as of one that the browser let nobody read. */
  isOne({ method, url, startedAt }: Exchange): boolean {
    return [...this.#known.values()].some(
      (one) =>
        one.method === method &&
        one.url === url &&
        Math.abs(one.startedAt - startedAt) <= MATCH_WITHIN,
    );
  }

  #unmarked(url: string): string | undefined {
    if (this.#marks.size === 0) return undefined;
    const [whole, mark] = /#credtrail-([0-9a-f]+)$/.exec(url) ?? [];
    return mark !== undefined && this.#marks.has(mark) ? url.slice(0, -whole!.length) : undefined;
  }
}

function letGo(kept: Set<string> | Map<string, unknown>, limit: number): void {
  for (const oldest of kept.keys()) {
    if (kept.size <= limit) return;
    kept.delete(oldest);
  }
}
