import { stateOf } from '../credentials/credential-state.js';
import type { Credential, Millis } from '../model.js';
import { logsIn } from '../role-table.js';
import { hashOf } from '../values/hash.js';
import type { MarkComparison, MarkName } from './mark-comparison.js';
import type { Moment } from '../moments/moment.js';
import { LIMITS } from '../settings.js';

/** A moment that somebody marked, such as “before login”, with what was there. */
export interface Mark extends MarkName {
  /** Fingerprint of the value of every credential that was there, by its id. */
  there: Record<string, string>;
}

/** Marks and their comparison. */
export class Marks {
  #list: Mark[] = [];
  #nextId = 1;

  all(): readonly Mark[] {
    return this.#list;
  }

  /**
   * `gone`: marks that nobody wants any more; where there is no room, the first of them makes it.
   */
  add(
    name: string,
    at: Millis,
    credentials: readonly Credential[],
    gone: readonly number[] = [],
  ): Mark {
    const present = credentials.filter((credential) => isThere(credential, at));
    const there = Object.fromEntries(
      present.map(({ id, value }) => [id, hashOf(value).slice(0, 12)]),
    );
    const mark = { id: this.#nextId++, name: name.slice(0, 80), at, there };
    const isFull = this.#list.length >= LIMITS.marks;
    const spare = isFull ? this.#list.find(({ id }) => gone.includes(id)) : undefined;
    this.#list = [...this.#list.filter((one) => one !== spare), mark].slice(-LIMITS.marks);
    return mark;
  }

  /** Undefined where one of the marks is unknown. */
  compare(
    fromId: number,
    toId: number,
    credentials: readonly Credential[],
    moments: readonly Moment[],
  ): MarkComparison | undefined {
    const from = this.#list.find(({ id }) => id === fromId);
    const to = this.#list.find(({ id }) => id === toId);
    if (!from || !to) return undefined;
    const before = Object.keys(from.there);
    const after = Object.keys(to.there);
    const both = after.filter((id) => before.includes(id));
    const changed = both.filter((id) => from.there[id] !== to.there[id]);
    const happened = (type: Moment['type']) =>
      moments.some((m) => m.type === type && m.at >= from.at && m.at <= to.at);
    const isSession = (id: string) => credentials.some((c) => c.id === id && c.role === 'session');
    const sessions = both.filter(isSession);
    return {
      from: pick(from),
      to: pick(to),
      appeared: after.filter((id) => !before.includes(id)),
      changed,
      stayed: both.filter((id) => !changed.includes(id)),
      vanished: before.filter((id) => !after.includes(id)),
      values: valuesOf(from, to),
      sessionRotated:
        happened('login') && sessions.length > 0
          ? sessions.some((id) => changed.includes(id))
          : null,
      leftBehind: happened('logout')
        ? after.filter((id) => credentials.some((c) => c.id === id && logsIn(c) && isStored(c)))
        : null,
    };
  }

  save(): { list: Mark[]; nextId: number } {
    return { list: this.#list, nextId: this.#nextId };
  }

  restore({ list, nextId }: { list: Mark[]; nextId: number }): void {
    this.#list = list;
    this.#nextId = nextId;
  }
}

function valuesOf({ there: before }: Mark, { there: after }: Mark): MarkComparison['values'] {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...ids].map((id) => [
      id,
      { ...(before[id] && { before: before[id] }), ...(after[id] && { after: after[id] }) },
    ]),
  );
}

/** The browser has it at that moment, or a script may have it. */
export function isThere(credential: Credential, at: Millis): boolean {
  const { state } = stateOf(credential, at);
  return state === 'live' || state === 'unknown';
}

/** What only a script held ends with its page. */
function isStored({ kind, sightings }: Credential): boolean {
  return kind === 'cookie' || sightings.some(({ direction }) => direction === 'stored');
}

function pick({ id, name, at }: Mark): MarkName {
  return { id, name, at };
}
