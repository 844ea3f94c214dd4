import { type ReadonlySignal, signal } from '@preact/signals';
import type { FileFault, FileProgress } from '../messaging/opened-file.js';
import type { Backend } from './backend.js';
import { FileBackend, type FileWorker } from './file-backend.js';
import { ViewerStore } from './store.js';

/** A file that is shown. */
export interface ShownFile {
  name: string;
  size: number;
  store: ViewerStore;
}

/** A file that is being read and analysed. */
export interface FileOpening extends FileProgress {
  name: string;
}

/** Why a file is not shown. */
export interface FileRefusal {
  name: string;
  fault: FileFault['fault'] | 'several';
  detail: string;
}

export interface FileMeans {
  /** Of the extension: knows what the user chose. */
  browser: Backend;
  newWorker(): FileWorker;
  language: string;
  version: string;
}

/** A file has no tab, and its backend asks for none. */
const NO_TAB = 0;

/** The file that a full view shows instead of its tab, and the one that it is opening. */
export class OpenedFiles {
  readonly #shown = signal<ShownFile | null>(null);
  readonly #opening = signal<FileOpening | null>(null);
  readonly #refusal = signal<FileRefusal | null>(null);
  readonly #means: FileMeans;
  #pending: FileBackend | undefined;
  #backend: FileBackend | undefined;

  constructor(means: FileMeans) {
    this.#means = means;
  }

  get shown(): ReadonlySignal<ShownFile | null> {
    return this.#shown;
  }

  get opening(): ReadonlySignal<FileOpening | null> {
    return this.#opening;
  }

  get refusal(): ReadonlySignal<FileRefusal | null> {
    return this.#refusal;
  }

  /** Opens what was chosen or dropped. Until it is read, what is shown stays. */
  open(files: readonly File[]): void {
    const [file] = files;
    if (!file) return;
    this.cancel();
    this.dismiss();
    const { name } = file;
    if (files.length > 1) {
      this.#refusal.value = { name, fault: 'several', detail: '' };
      return;
    }
    const { browser, newWorker, language, version } = this.#means;
    const backend = new FileBackend(newWorker(), browser);
    this.#pending = backend;
    this.#opening.value = { name, step: 'reading', percent: 0 };
    backend.open(
      file,
      { language, version },
      {
        progress: ({ step, percent }) => (this.#opening.value = { name, step, percent }),
        opened: () => this.#show(file, backend),
        failed: (fault) => this.#refuse(name, backend, fault),
      },
    );
  }

  /** Gives up what is being read. */
  cancel(): void {
    this.#pending?.close();
    this.#pending = undefined;
    this.#opening.value = null;
  }

  /** Forgets the file that is shown. */
  close(): void {
    this.#shown.value = null;
    this.#backend?.close();
    this.#backend = undefined;
  }

  dismiss(): void {
    this.#refusal.value = null;
  }

  #show({ name, size }: File, backend: FileBackend): void {
    this.#pending = undefined;
    this.#opening.value = null;
    const before = this.#backend;
    this.#backend = backend;
    this.#shown.value = { name, size, store: new ViewerStore(backend, NO_TAB) };
    before?.close();
  }

  #refuse(name: string, backend: FileBackend, { fault, detail = '' }: FileFault): void {
    if (backend === this.#pending) this.cancel();
    if (backend === this.#backend) this.close();
    this.#refusal.value = { name, fault, detail };
  }
}
