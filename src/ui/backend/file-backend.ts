import { DEFAULT_SETTINGS, type Settings } from '../../engine/judging.js';
import type {
  AskBody,
  AskFile,
  FileFault,
  FileHolds,
  FileProgress,
  FileRequestType,
  FromFileWorker,
  NamedFile,
  ToFileWorker,
} from '../../messaging/opened-file.js';
import type { BodyOf, RequestRow, SeenBody } from '../../messaging/views.js';
import type {
  PageAnswer,
  PageRequest,
  PageRequests,
  PageRequestType,
} from '../../messaging/protocol.js';
import type { Backend } from './backend.js';
import { within } from './within.js';

/** The worker that reads files. */
export interface FileWorker {
  send(message: ToFileWorker): void;
  /** Ends its work at once. */
  end(): void;
  /** `failed` is called where it cannot go on. */
  listen(take: (message: FromFileWorker) => void, failed: () => void): void;
}

/** What is told while a file is opened. */
export interface Opening {
  progress(progress: FileProgress): void;
  opened(): void;
  failed(fault: FileFault): void;
}

const ANSWERED_BY_FILE: Readonly<Record<FileRequestType, true>> = {
  getReport: true,
  getHar: true,
  getStatus: true,
  getRequests: true,
  getRequest: true,
  getRawRequest: true,
  getBody: true,
  getBodyText: true,
  getStorage: true,
  reveal: true,
  getContent: true,
  getSigned: true,
  addTrial: true,
  getMarks: true,
  compareMarks: true,
  getNavigations: true,
};

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** Milliseconds that the background has to say what the user chose. */
const PATIENCE = 2_000;

/**
 * Opened files behind the screens: a worker holds what is in them and answers for it. Nothing of
 * them leaves the page; what the user chose comes from the background, as for tabs.
 */
export class FileBackend implements Backend {
  readonly isFile = true;
  holds: FileHolds = 'recording';
  readonly #worker: FileWorker;
  readonly #browser: Backend;
  readonly #waiting = new Map<number, Waiting>();
  readonly #told = new Set<() => void>();
  #settings: Settings = DEFAULT_SETTINGS;
  #asked = 0;
  #ended = false;

  constructor(worker: FileWorker, browser: Backend) {
    this.#worker = worker;
    this.#browser = browser;
  }

  /** Has the worker read files. */
  open(
    files: readonly NamedFile[],
    reader: { language: string; version: string },
    opening: Opening,
  ): void {
    const fail = (fault: FileFault) => {
      this.close();
      opening.failed(fault);
    };
    this.#worker.listen(
      (message) => {
        if (message.type === 'progress') opening.progress(message);
        else if (message.type === 'opened') {
          this.holds = message.holds;
          opening.opened();
        } else if (message.type === 'fault') fail(message);
        else if (message.type === 'changed') for (const told of this.#told) told();
        else this.#settle(message);
      },
      () => fail({ fault: 'worker' }),
    );
    this.#worker.send({ type: 'open', files, ...reader });
  }

  /** Ends the work and forgets the file. */
  close(): void {
    this.#ended = true;
    this.#worker.end();
    for (const { reject } of this.#waiting.values()) reject(new Error('the file was closed'));
    this.#waiting.clear();
  }

  async ask<T extends PageRequestType>(
    type: T,
    ask: PageRequests[T]['ask'],
  ): Promise<PageAnswer<T>> {
    if (isOfFile(type)) return (await this.#askWorker({ type, ...ask })) as PageAnswer<T>;
    if (isChoice(type)) return this.#browser.ask(type, ask);
    throw new Error('not of a file');
  }

  /** Read from the file anew. */
  async seenBody(
    { id: exchangeId }: RequestRow,
    whose: BodyOf,
  ): Promise<SeenBody | null | undefined> {
    const asked = this.#send((id) => ({ type: 'body', id, exchangeId, whose }));
    return (await asked) as SeenBody | null | undefined;
  }

  watch(_tabId: number, told: () => void): () => void {
    this.#told.add(told);
    return () => this.#told.delete(told);
  }

  async askHostAccess(): Promise<void> {}

  async openFullView(): Promise<void> {}

  /** What the user chose; a background that is about to end must not hold a file back. */
  async #choices(): Promise<Settings> {
    const asked = within(PATIENCE, this.#browser.ask('getSettings', {}));
    return asked.catch(() => this.#settings);
  }

  async #askWorker(ask: object): Promise<unknown> {
    const settings = (this.#settings = await this.#choices());
    return this.#send((id) => ({
      type: 'ask',
      id,
      ask: ask as PageRequest<FileRequestType>,
      settings,
    }));
  }

  #send(messageOf: (id: number) => AskFile | AskBody): Promise<unknown> {
    if (this.#ended) throw new Error('the file was closed');
    const id = (this.#asked += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.send(messageOf(id));
    });
  }

  #settle(message: FromFileWorker & { type: 'answer' | 'refused' }): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === 'answer') waiting?.resolve(message.answer);
    else waiting?.reject(new Error('the file could not be asked'));
  }
}

/** Choices are the same for files and tabs. */
function isChoice(type: PageRequestType): boolean {
  return /^[gs]et(?:Settings|Options)$|^deleteAll$|^listTabs$/.test(type);
}

function isOfFile(type: PageRequestType): type is FileRequestType {
  return Object.hasOwn(ANSWERED_BY_FILE, type);
}
