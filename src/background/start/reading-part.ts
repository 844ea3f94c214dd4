import type { PageRequest } from '../../messaging/protocol.js';
import type { Background } from '../background.js';
import type { Alarm } from '../badge/badge.js';
import type { Told } from '../log/told.js';

/** What reads: the part of the background that is evaluated when somebody asks. */
export interface Reading {
  /** Answers a request of the extension's pages. */
  answer(ask: PageRequest): Promise<unknown>;
  /**
   * Reads what was observed of a tab, and counts findings of the site in front of it; how long that
   * took, without what it waited for.
   */
  count(tabId: number): Promise<{ alarm: Alarm; cost: number }>;
  /** What is told of a tab whose record is read already. */
  told(tabId: number): Told | undefined;
  siteOf(tabId: number, url: string): Promise<string>;
  /** A tab has got its first viewer, or lost its last one. */
  watched(tabId: number, isWatched: boolean): void;
  /** The page of a tab is there. */
  loaded(tabId: number): void;
  /** A tab's document was answered: it may have changed the jar. */
  answered(tabId: number): void;
  cookieChanged(domain: string): void;
  /** The browser gave a tab another id. */
  moved(from: number, to: number): void;
  removed(tabId: number): void;
  /** Lets nothing long go on until this answer is there. */
  giveWayTo<T>(answer: Promise<T>): Promise<T>;
}

/** Makes the part of what listens: what its file leaves behind when it is evaluated. */
export type MakeReading = (background: Background) => Reading;

declare global {
  var credtrailReading: MakeReading | undefined;
}

/** The one way to the part that reads. */
export class ReadingPart {
  readonly #background: () => Background;
  readonly #load: () => Promise<void>;
  #reading: Promise<Reading> | undefined;
  #loaded: Reading | undefined;

  constructor(background: () => Background, load: () => Promise<void>) {
    this.#background = background;
    this.#load = load;
  }

  /** The part, where it is there already. */
  get loaded(): Reading | undefined {
    return this.#loaded;
  }

  get(): Promise<Reading> {
    return (this.#reading ??= this.#begin());
  }

  /** Has it do something, as soon as it is there. */
  do(step: (reading: Reading) => void): void {
    void this.get().then(step);
  }

  async #begin(): Promise<Reading> {
    await this.#load();
    this.#loaded = globalThis.credtrailReading!(this.#background());
    return this.#loaded;
  }
}
