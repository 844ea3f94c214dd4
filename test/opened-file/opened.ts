import { DEFAULT_SETTINGS, type Settings } from '../../src/engine/judging.js';
import type {
  FileRequestType,
  FromFileWorker,
  NamedFile,
} from '../../src/messaging/opened-file.js';
import type { PageAnswer, PageRequest } from '../../src/messaging/protocol.js';
import { FileSession } from '../../src/opened-file/file-session.js';

export const tabId = 0;
export const SAVED_AT = Date.UTC(2026, 0, 31);

/** A file that somebody opens. */
export const file = (name: string, content: string): NamedFile => ({
  name,
  file: new Blob([content]),
  changedAt: SAVED_AT,
});

/** What was told of these files, and what answers for them. */
export async function opened(...files: NamedFile[]) {
  const told: FromFileWorker[] = [];
  const session = new FileSession((message) => told.push(message));
  await session.take({ type: 'open', files, language: 'en', version: '1' });
  const ask = async <T extends FileRequestType>(
    request: PageRequest<T>,
    settings: Settings = DEFAULT_SETTINGS,
  ) => {
    await session.take({ type: 'ask', id: 1, ask: request as never, settings });
    const answer = told.at(-1);
    return (answer?.type === 'answer' ? answer.answer : answer) as PageAnswer<T>;
  };
  return { told, ask };
}
