import type { MarkComparison } from '../../engine/trail/mark-comparison.js';
import type { Intake } from '../intake.js';
import type { MarkView } from './view.js';

/** Moments that were marked, as screens show them: under the names that they go by now. */
export class ShownMarks {
  readonly #intake: Intake;

  constructor(intake: Intake) {
    this.#intake = intake;
  }

  /** All but those that were taken away. */
  views(): MarkView[] {
    const { analysis, markNotes } = this.#intake;
    return markNotes.views(analysis.marks());
  }

  /** What became of the credentials between two marks; undefined where one is unknown. */
  compare(from: number, to: number): MarkComparison | undefined {
    const { analysis, markNotes } = this.#intake;
    return markNotes.compared(analysis.compare(from, to));
  }
}
