import type { Settings } from '../engine/judging.js';
import type { PageRequest } from './protocol.js';

// The full view ↔ the worker that holds the recording of an opened file.

/** What a file may be asked that is not asked of the browser or of what the user chose. */
export type FileRequestType =
  | 'getReport'
  | 'getStatus'
  | 'getRequests'
  | 'getRequest'
  | 'getRawRequest'
  | 'getStorage'
  | 'reveal'
  | 'getContent'
  | 'getSigned'
  | 'addTrial'
  | 'getMarks'
  | 'compareMarks'
  | 'getNavigations';

/** View → worker: read this file. Sent once, first. */
export interface OpenFile {
  type: 'open';
  file: Blob;
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

export type ToFileWorker = OpenFile | AskFile;

/** Why a file cannot be shown. `detail`: the place of the fault, or a size; never a part of the file. */
export interface FileFault {
  fault: 'unreadable' | 'gzip' | 'large' | 'json' | 'har' | 'empty' | 'worker';
  detail?: string;
}

/** How far a file is read, or what it holds is analysed. */
export interface FileProgress {
  step: 'reading' | 'analysing';
  percent: number;
}

/** Worker → view. */
export type FromFileWorker =
  | ({ type: 'progress' } & FileProgress)
  | { type: 'opened' }
  | ({ type: 'fault' } & FileFault)
  | { type: 'answer'; id: number; answer: unknown }
  /** The question could not be answered. */
  | { type: 'refused'; id: number }
  /** Something is known that was not: ask again. */
  | { type: 'changed' };
