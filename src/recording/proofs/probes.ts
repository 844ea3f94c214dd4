import type { Exchange } from '../../engine/model.js';
import { MATCH_WITHIN } from '../requests/join.js';
import type { RequestEvent } from '../requests/request-event.js';

/** So many marks of one tab are remembered: requests of older ones have long been answered. */
const MARKS = 100;
/** Requests of proofs of which DevTools may still tell. */
const KNOWN = 500;

const FRAGMENT = /#credtrail-([0-9a-f]+)$/;

type Known = Pick<Exchange, 'id' | 'method' | 'url' | 'startedAt'>;

export interface SavedProbes {
  /** Each with the request that bears it; empty before there is one. */
  marks: [mark: string, requestId: string][];
  known: Known[];
}

/**
 * The fragment by which a request of a proof is known, to the browser's rules and here. It is never
 * sent (RFC 9110 §4.2.5). Its random part is known to nobody beforehand and good for one request: a
 * page cannot pass its own off as ours.
 */
export const probeFragment = (mark: string): string => `#credtrail-${mark}`;

/**
 * Requests that Credtrail had the page repeat: shown, and left out of everything that is concluded.
 */
export class Probes {
  readonly #marks: Map<string, string>;
  readonly #known: Map<string, Known>;

  constructor(saved?: SavedProbes) {
    this.#marks = new Map(saved?.marks);
    this.#known = new Map(saved?.known.map((one) => [one.id, one]));
  }

  save(): SavedProbes | undefined {
    if (this.#marks.size === 0) return undefined;
    return { marks: [...this.#marks], known: [...this.#known.values()] };
  }

  /** The next request with this mark is one of a proof. */
  expect(mark: string): void {
    this.#marks.set(mark, '');
    letGo(this.#marks, MARKS);
  }

  /** What is told of a request: of one of ours without its mark. */
  read(event: RequestEvent): RequestEvent {
    if (event.kind === 'failed') return event;
    const [end, mark = ''] = FRAGMENT.exec(event.url) ?? [];
    const bearer = this.#marks.get(mark);
    if (end === undefined || bearer === undefined) return event;
    if (bearer !== '' && bearer !== event.id) return event;
    this.#marks.set(mark, event.id);
    const url = withoutEnd(event.url, end);
    const { redirectUrl: goal } = 'redirectUrl' in event ? event : {};
    // A redirect inherits the fragment (RFC 9110 §10.2.2).
    const redirect = goal === undefined ? {} : { redirectUrl: withoutEnd(goal, end) };
    return { ...event, url, probe: true, ...redirect };
  }

  /** Notes one of ours, so that what DevTools tells of it is known again. */
  note({ id, method, url, startedAt }: Exchange): void {
    this.#known.set(id, { id, method, url, startedAt });
    letGo(this.#known, KNOWN);
  }

  has(id: string): boolean {
    return this.#known.has(id);
  }

  /**
   * True for a request that DevTools alone tells of, as of one that the browser let nobody read.
   */
  isOne({ method, url, startedAt }: Exchange): boolean {
    return [...this.#known.values()].some(
      (one) =>
        one.method === method &&
        one.url === url &&
        Math.abs(one.startedAt - startedAt) <= MATCH_WITHIN,
    );
  }
}

function withoutEnd(text: string, end: string): string {
  return text.endsWith(end) ? text.slice(0, -end.length) : text;
}

function letGo(kept: Map<string, unknown>, limit: number): void {
  for (const oldest of kept.keys()) {
    if (kept.size <= limit) return;
    kept.delete(oldest);
  }
}
