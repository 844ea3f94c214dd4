import type { AskFile, FromFileWorker, OpenFile, ToFileWorker } from '../messaging/opened-file.js';
import { tryKnownSecrets } from '../secrets/try-known.js';
import { FileAnswers } from './file-answers.js';
import { openRecording } from './open-recording.js';
import { FileFaultError } from './read-json.js';
import { translationFor } from './translations.js';

type Tell = (message: FromFileWorker) => void;

/** Opens one file and answers for it, message by message. */
export class FileSession {
  readonly #tell: Tell;
  #answers: FileAnswers | undefined;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  async take(message: ToFileWorker): Promise<void> {
    if (message.type === 'ask') this.#answer(message);
    else await this.#open(message);
  }

  async #open({ file, language, version }: OpenFile): Promise<void> {
    const tell = this.#tell;
    try {
      const translate = await translationFor(language);
      const { recording, end } = await openRecording(file, (progress) =>
        tell({ type: 'progress', ...progress }),
      );
      this.#answers = new FileAnswers(recording, { version, translate, end });
      tell({ type: 'opened' });
      const untried = recording.untried();
      if (untried.length === 0) return;
      await tryKnownSecrets(
        untried,
        () => end,
        (trial) => recording.add(trial),
      );
      tell({ type: 'changed' });
    } catch (error) {
      tell({ type: 'fault', ...faultOf(error) });
    }
  }

  #answer({ id, ask, settings }: AskFile): void {
    try {
      const answer = this.#answers?.answer(ask, settings);
      this.#tell(answer === undefined ? { type: 'refused', id } : { type: 'answer', id, answer });
    } catch (error) {
      console.error(`${ask.type} failed: ${error instanceof Error ? error.stack : typeof error}`);
      this.#tell({ type: 'refused', id });
    }
  }
}

/** What is not foreseen is said without the engine's words, which may quote the file. */
function faultOf(error: unknown): FileFaultError['fault'] {
  return error instanceof FileFaultError ? error.fault : { fault: 'worker' };
}
