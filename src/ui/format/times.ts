import { computed, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Report } from '../../engine/report/report.js';
import { now } from '../store/clock.js';
import { clockTime, dateAndTime, elapsed, isSameDay, relativeTime } from './format-time.js';
import { language } from '../words/i18n.js';
import { kept } from '../store/preferences.js';

/**
 * `clock`: at the reader's place; `start`: since the recording began; `ago`: before this moment.
 */
export const TIME_MODES = ['clock', 'start', 'ago'] as const;
export type TimeMode = (typeof TIME_MODES)[number];

const isMode = (value: unknown): boolean => TIME_MODES.some((mode) => mode === value);

/**
 * How instants are told: one choice for all screens. What is told `ago` changes as time goes on.
 */
export class Times {
  readonly mode: Signal<TimeMode> = kept<TimeMode>('times', 'clock', isMode);
  /** When the recording began. */
  readonly #start: ReadonlySignal<number | null>;

  constructor(report: ReadonlySignal<Report | null>) {
    this.#start = computed(() => {
      const from = report.value?.source.from ?? null;
      return from === null ? null : Date.parse(from);
    });
  }

  /** An instant in words; `exact`: to the millisecond. */
  of(instant: number, exact = false): string {
    const mode = this.mode.value;
    if (mode === 'ago') return relativeTime(instant, now.value, language(), 'narrow');
    const start = this.#start.value;
    if (mode === 'start' && start !== null)
      return elapsed(instant - start, language(), exact ? 3 : 1);
    // Where nothing was recorded there is no other day to take it for.
    return start === null || isSameDay(instant, start)
      ? clockTime(instant, exact)
      : dateAndTime(instant, language(), exact);
  }

  /** All that can be said of an instant, for who looks closer. */
  whole(instant: number): string {
    const start = this.#start.value;
    const since = start === null ? '' : ` (${elapsed(instant - start, language(), 3)})`;
    return dateAndTime(instant, language(), true) + since;
  }
}
