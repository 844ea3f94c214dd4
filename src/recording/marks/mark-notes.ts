import type { MarkComparison, MarkName } from '../../engine/trail/mark-comparison.js';
import type { Mark } from '../../engine/trail/marks.js';
import { LONGEST_MARK_NAME } from './mark-name.js';
import type { MarkNotedRecord } from '../record.js';
import type { MarkView } from '../shown/view.js';

/** What a person said of a mark after it was made. */
interface Note {
  name?: string;
  deleted?: boolean;
}

export type SavedMarkNotes = [id: number, note: Note][];

/**
 * The names that marks were given later, and which were taken away: the moments stay as they were.
 */
export class MarkNotes {
  readonly #notes: Map<number, Note>;

  constructor(saved: SavedMarkNotes = []) {
    this.#notes = new Map(saved);
  }

  take({ id, name, deleted }: MarkNotedRecord): void {
    if (name !== undefined) this.rename(id, name);
    if (deleted !== undefined) this.delete(id, deleted);
  }

  rename(id: number, name: string): void {
    this.#add(id, { name: name.slice(0, LONGEST_MARK_NAME) });
  }

  /** Takes a mark away, or gives it back. */
  delete(id: number, deleted: boolean): void {
    this.#add(id, { deleted });
  }

  /** Marks as they are called now, without those that were taken away. */
  shown<T extends MarkName>(marks: readonly T[]): T[] {
    return marks.filter(({ id }) => !this.#notes.get(id)?.deleted).map((mark) => this.#named(mark));
  }

  /** Those that were taken away, the first one first. */
  gone(marks: readonly { id: number }[]): number[] {
    return marks.map(({ id }) => id).filter((id) => this.#notes.get(id)?.deleted);
  }

  views(marks: readonly Mark[]): MarkView[] {
    return this.shown(marks).map(({ id, name, at, there }) => {
      return { id, name, at, credentials: Object.keys(there).length };
    });
  }

  /** A comparison under the present names; undefined where one of its marks was taken away. */
  compared(comparison: MarkComparison | undefined): MarkComparison | undefined {
    if (!comparison) return undefined;
    const [from, to] = [comparison.from, comparison.to].map((mark) => this.shown([mark])[0]);
    return from && to && { ...comparison, from, to };
  }

  /** Notes on marks that are there: those of the others are let go. */
  save(marks: readonly { id: number }[]): SavedMarkNotes {
    return marks.flatMap(({ id }) => {
      const note = this.#notes.get(id);
      return note ? [[id, note] as [number, Note]] : [];
    });
  }

  #named<T extends MarkName>(mark: T): T {
    const name = this.#notes.get(mark.id)?.name;
    return name === undefined ? mark : { ...mark, name };
  }

  #add(id: number, note: Note): void {
    this.#notes.set(id, { ...this.#notes.get(id), ...note });
  }
}
