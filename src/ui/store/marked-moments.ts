import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { MarkComparison } from '../../engine/trail/mark-comparison.js';
import type { MarkView } from '../../messaging/views.js';
import type { Backend } from '../backend/backend.js';
import { t } from '../words/i18n.js';
import { type MarkedPair, pairOf, withSide } from './marked-pair.js';
import type { Toasts } from './toasts.js';

/** The moments that the user marked, and the two of them that are compared. */
export class MarkedMoments {
  readonly all: ReadonlySignal<readonly MarkView[]>;
  readonly pair: ReadonlySignal<MarkedPair | null>;
  /** Of the pair; null until it is known. */
  readonly comparison: ReadonlySignal<MarkComparison | null>;

  readonly #marks = signal<readonly MarkView[]>([]);
  readonly #chosen = signal<MarkedPair | null>(null);
  readonly #answer = signal<MarkComparison | null>(null);

  constructor(
    readonly backend: Backend,
    readonly tabId: number,
    readonly toasts: Toasts,
    readonly changed: () => void,
  ) {
    this.all = this.#marks;
    this.pair = computed(() => pairOf(this.#marks.value, this.#chosen.value));
    this.comparison = computed(() => {
      const [answer, pair] = [this.#answer.value, this.pair.value];
      return answer?.from.id === pair?.from && answer?.to.id === pair?.to ? answer : null;
    });
  }

  /** Takes in the marks as the background knows them. */
  take(marks: readonly MarkView[]): void {
    this.#marks.value = marks;
  }

  /** Takes in the marks after a new one, which is the one to compare. */
  takeNew(marks: readonly MarkView[]): void {
    this.#chosen.value = null;
    this.take(marks);
  }

  /** Puts another mark on one side of the comparison. */
  choose(side: keyof MarkedPair, id: number): void {
    const pair = this.pair.peek();
    if (pair) this.#chosen.value = withSide(this.#marks.peek(), pair, side, id);
  }

  /** Gives a mark another name. */
  async rename(id: number, name: string): Promise<void> {
    await this.#change(() => this.backend.ask('renameMark', { tabId: this.tabId, id, name }));
  }

  /** Takes a mark away; for a moment it can be had back. */
  async delete(id: number): Promise<void> {
    const name = this.#marks.peek().find((mark) => mark.id === id)?.name ?? '';
    const set = (deleted: boolean) =>
      this.#change(() => this.backend.ask('deleteMark', { tabId: this.tabId, id, deleted }));
    if (!(await set(true))) return;
    const undo = { name: t('ui_undo'), run: () => void set(false) };
    this.toasts.show({ text: t('ui_markDeleted', name), action: undo });
  }

  /** Returns whether the background did its part. */
  async #change(ask: () => Promise<readonly MarkView[]>): Promise<boolean> {
    try {
      this.take(await ask());
    } catch {
      this.toasts.show({ text: t('ui_noAnswer') });
      return false;
    }
    this.changed();
    return true;
  }

  /** Asks for the comparison. Rejects where the background does not answer. */
  async compare(): Promise<void> {
    const pair = this.pair.peek();
    if (!pair) return;
    const answer = await this.backend.ask('compareMarks', { tabId: this.tabId, ...pair });
    // Marks were cleared or another pair chosen meanwhile: the next refresh asks for that.
    if (pair === this.pair.peek()) this.#answer.value = answer;
  }

  forget(): void {
    this.#chosen.value = null;
    this.#answer.value = null;
    this.#marks.value = [];
  }
}
