import type {
  AskBody,
  AskFile,
  FromFileWorker,
  NamedFile,
  OpenFiles,
  ToFileWorker,
} from '../messaging/opened-file.js';
import type { Recording } from '../recording/recording.js';
import { tryKnownSecrets } from '../secrets/try-known.js';
import type { Answers } from './answers.js';
import { bodyInFile } from './body-in-file.js';
import { FileAnswers } from './file-answers.js';
import { openFiles } from './open-files.js';
import { FileFaultError } from './read-json.js';
import { ReportAnswers } from './report-answers.js';
import { translationFor } from './translations.js';

type Tell = (message: FromFileWorker) => void;

/** Opens files and answers for them, message by message. */
export class FileSession {
  readonly #tell: Tell;
  #answers: Answers | undefined;
  #files: readonly NamedFile[] = [];

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  async take(message: ToFileWorker): Promise<void> {
    if (message.type === 'ask') this.#answer(message);
    else if (message.type === 'body') await this.#tellBody(message);
    else await this.#open(message);
  }

  async #open({ files, language, version }: OpenFiles): Promise<void> {
    const tell = this.#tell;
    this.#files = files;
    try {
      const translate = await translationFor(language);
      const opened = await openFiles(files, (progress) => tell({ type: 'progress', ...progress }));
      if ('report' in opened) {
        this.#answers = new ReportAnswers(opened.report);
        tell({ type: 'opened', holds: 'report' });
        return;
      }
      const { recording, end } = opened;
      this.#answers = new FileAnswers(recording, { version, translate, end });
      tell({ type: 'opened', holds: 'recording' });
      await this.#trySecrets(recording, end);
    } catch (error) {
      tell({ type: 'fault', ...faultOf(error) });
    }
  }

  async #trySecrets(recording: Recording, end: number): Promise<void> {
    const untried = recording.toTry.untried();
    if (untried.length === 0) return;
    await tryKnownSecrets(
      untried,
      () => end,
      (trial) => recording.add(trial),
    );
    this.#tell({ type: 'changed' });
  }

  async #tellBody({ id, exchangeId, whose }: AskBody): Promise<void> {
    const answer = await bodyInFile(this.#files, exchangeId, whose).catch(() => undefined);
    this.#tell({ type: 'answer', id, answer });
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
