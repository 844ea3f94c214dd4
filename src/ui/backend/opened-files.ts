import { type ReadonlySignal, signal } from '@preact/signals';
import type { FileFault, FileProgress } from '../../messaging/opened-file.js';
import type { Backend } from './backend.js';
import { FileBackend, type FileWorker } from './file-backend.js';
import { formatNumber, t } from '../words/i18n.js';
import { ViewerStore } from '../store/store.js';

/** What is shown: one file, or several as one recording. */
export interface ShownFile {
  /** Of each file, in the order in which they were chosen. */
  names: readonly string[];
  size: number;
  store: ViewerStore;
}

/** What is being read and analysed. */
export interface FileOpening extends FileProgress {
  names: readonly string[];
}

/** Why a file is not shown. */
export interface FileRefusal {
  name: string;
  fault: FileFault['fault'];
  detail: string;
}

export interface FileMeans {
  /** Of the extension: knows what the user chose. */
  browser: Backend;
  newWorker(): FileWorker;
  language: string;
  version: string;
}

/** So many names are told. */
const NAMED = 2;

/** The names of some files, the first of them where there are many. */
export function fileNames(names: readonly string[]): string {
  const rest = names.length - NAMED;
  const told = names.slice(0, NAMED).join(', ');
  return rest > 0 ? `${told}, ${t('ui_andMore', formatNumber(rest))}` : told;
}

/** A file has no tab, and its backend asks for none. */
const NO_TAB = 0;

/** The files that a full view shows instead of its tab, and those that it is opening. */
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

  /** Opens what was chosen or dropped, as one. Until it is read, what is shown stays. */
  open(files: readonly File[]): void {
    if (files.length === 0) return;
    this.cancel();
    this.dismiss();
    const names = files.map(({ name }) => name);
    const { browser, newWorker, language, version } = this.#means;
    const backend = new FileBackend(newWorker(), browser);
    this.#pending = backend;
    this.#opening.value = { names, step: 'reading', percent: 0 };
    backend.open(
      files.map((file) => ({ name: file.name, file, changedAt: file.lastModified })),
      { language, version },
      {
        progress: ({ step, percent }) => (this.#opening.value = { names, step, percent }),
        opened: () => this.#show(files, backend),
        failed: (fault) => this.#refuse(names[0] ?? '', backend, fault),
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

  #show(files: readonly File[], backend: FileBackend): void {
    this.#pending = undefined;
    this.#opening.value = null;
    const before = this.#backend;
    this.#backend = backend;
    this.#shown.value = {
      names: files.map(({ name }) => name),
      size: files.reduce((sum, { size }) => sum + size, 0),
      store: new ViewerStore(backend, NO_TAB),
    };
    before?.close();
  }

  #refuse(first: string, backend: FileBackend, { fault, name, detail = '' }: FileFault): void {
    if (backend === this.#pending) this.cancel();
    if (backend === this.#backend) this.close();
    this.#refusal.value = { name: name ?? first, fault, detail };
  }
}
