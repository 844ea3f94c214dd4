import type { Deleted } from '../../messaging/protocol.js';
import type { Backend } from './backend.js';
import type { Connection } from '../store/connection.js';
import { t } from '../words/i18n.js';
import type { Toasts } from '../store/toasts.js';
import type { ToldOfTab } from './told-of-tab.js';

/** The viewer whose recording it is. */
interface Recorded {
  readonly backend: Backend;
  readonly tabId: number;
  readonly connection: Connection;
  readonly toasts: Toasts;
}

/** What a person does with what is recorded of a tab. */
export class RecordingCommands {
  readonly #viewer: Recorded;
  readonly #told: ToldOfTab;
  readonly #forget: () => void;

  /** `forget`: what was shown is not there any more, or is another thing. */
  constructor(viewer: Recorded, told: ToldOfTab, forget: () => void) {
    this.#viewer = viewer;
    this.#told = told;
    this.#forget = forget;
  }

  /** Goes on recording, or stops for a while. */
  async turn(recording: boolean): Promise<void> {
    const { backend, tabId, connection } = this.#viewer;
    await connection.attempt(async () => {
      this.#told.status.value = await backend.ask('setRecording', { tabId, recording });
    });
  }

  /** Loads the page again, so that all of it is seen. */
  async reload(): Promise<void> {
    const { backend, tabId, connection } = this.#viewer;
    await connection.attempt(async () => {
      await backend.ask('reload', { tabId });
    });
  }

  /** Forgets what was recorded; for a moment it can be had back. */
  async clear(): Promise<void> {
    const done = await this.#startOver('clear');
    if (!done) return;
    const undo = { name: t('ui_undo'), run: () => void this.#startOver('undoClear') };
    this.#viewer.toasts.show({ text: t('ui_cleared'), action: undo });
  }

  /** Deletes what is recorded of all tabs, for good; null where the background did not do it. */
  async deleteAll(): Promise<Deleted | null> {
    const deleted = await this.#viewer.backend.ask('deleteAll', {}).catch(() => null);
    if (deleted) this.#forget();
    await this.#told.refresh();
    return deleted;
  }

  async #startOver(type: 'clear' | 'undoClear'): Promise<boolean> {
    const { backend, tabId, connection } = this.#viewer;
    const done = await connection.attempt(async () => {
      this.#told.status.value = await backend.ask(type, { tabId });
      this.#forget();
    });
    await this.#told.refresh();
    return done;
  }
}
