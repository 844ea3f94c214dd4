import { type ReadonlySignal, signal } from '@preact/signals';
import type { Severity } from '../../engine/model.js';
import type { RequestMark } from '../lists/request-mark.js';
import type { TimeSpan } from '../span/time-span.js';
import type { Opened } from './of-front.js';
import type { Screen } from './place.js';

/** What is shown at one moment, to come back to. */
export interface Shown {
  screen: Screen;
  site: string | null;
  span: TimeSpan | null;
  credential: Opened | null;
  area: Opened | null;
  requestId: string | null;
  requestMark: RequestMark | null;
  requestFilter: string;
  findingFilter: string;
  findingSeverities: ReadonlySet<Severity>;
}

/** So many steps back are kept. */
const KEPT = 50;

/** What was shown before, to come back to. */
export class Steps {
  /** False: there is nothing to go back to. */
  readonly any: ReadonlySignal<boolean>;
  readonly #any = signal(false);
  readonly #earlier: Shown[] = [];

  constructor() {
    this.any = this.#any;
  }

  push(shown: Shown): void {
    this.#earlier.push(shown);
    if (this.#earlier.length > KEPT) this.#earlier.shift();
    this.#any.value = true;
  }

  /** The last one, which is no longer kept. */
  pop(): Shown | undefined {
    const shown = this.#earlier.pop();
    this.#any.value = this.#earlier.length > 0;
    return shown;
  }

  forget(): void {
    this.#earlier.length = 0;
    this.#any.value = false;
  }
}
