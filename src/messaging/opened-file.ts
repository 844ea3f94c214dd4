import type { Settings } from '../engine/judging.js';
import type { BodyOf } from '../recording/shown/view.js';
import type { PageRequest } from './protocol.js';

// The full view ↔ the worker that holds the recording of an opened file.

/** What a file may be asked that is not asked of the browser or of what the user chose. */
export type FileRequestType =
  | 'getReport'
  | 'getHar'
  | 'getStatus'
  | 'getRequests'
  | 'getRequest'
  | 'getRawRequest'
  | 'getBody'
  | 'getBodyText'
  | 'getStorage'
  | 'reveal'
  | 'getContent'
  | 'getSigned'
  | 'addTrial'
  | 'getMarks'
  | 'compareMarks'
  | 'getNavigations';

/** A file that somebody chose. */
export interface NamedFile {
  name: string;
  file: Blob;
  /** Milliseconds since the epoch. */
  changedAt: number;
}

/** View → worker: read these files. Sent once, first. */
export interface OpenFiles {
  type: 'open';
  files: readonly NamedFile[];
  /** Of the reader, for the engine's sentences. */
  language: string;
  version: string;
}

/** View → worker: a question of a screen. */
export interface AskFile {
  type: 'ask';
  id: number;
  ask: PageRequest<FileRequestType>;
  settings: Settings;
}

/** View → worker: a body, of which the recording has only what credentials are in it. */
export interface AskBody {
  type: 'body';
  id: number;
  exchangeId: string;
  whose: BodyOf;
}

export type ToFileWorker = OpenFiles | AskFile | AskBody;

/**
 * Why a file cannot be shown. `packed`: what it is packed with is damaged; `cut`: it ends before
 * its first whole entry; `foreign`: it is something else; `report`: no report as this version knows
 * it; `mixed`: a report beside other files.
 */
export interface FileFault {
  fault:
    | 'unreadable'
    | 'packed'
    | 'large'
    | 'cut'
    | 'json'
    | 'har'
    | 'foreign'
    | 'report'
    | 'mixed'
    | 'empty'
    | 'worker';
  /** Which of several files it is. */
  name?: string;
  /** The place of the fault, a size, or what the file is; never a part of the file. */
  detail?: string;
}

/** A recording can be asked for everything; a report has what was found, and no more. */
export type FileHolds = 'recording' | 'report';

/** How far a file is read, or what it holds is analysed. */
export interface FileProgress {
  step: 'reading' | 'analysing';
  percent: number;
}

/** Worker → view. */
export type FromFileWorker =
  | ({ type: 'progress' } & FileProgress)
  | { type: 'opened'; holds: FileHolds }
  | ({ type: 'fault' } & FileFault)
  | { type: 'answer'; id: number; answer: unknown }
  /** The question could not be answered. */
  | { type: 'refused'; id: number }
  /** Something is known that was not: ask again. */
  | { type: 'changed' };
