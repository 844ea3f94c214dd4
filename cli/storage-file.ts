import type { Millis, Snapshot } from '../src/engine/model.js';
import {
  NotAStorageStateError,
  readStorageState,
} from '../src/engine/normalize/sources/storage-state.js';
import type { Diagnosis } from '../src/engine/text.js';
import { isHar } from '../src/files/logs.js';
import { orInputError, readInput, refused } from './input.js';

/** What files gave, and what they could not tell. */
export interface Read<T> {
  items: T[];
  diagnoses: Diagnosis[];
}

const REQUESTS = 'this holds requests, not a saved state: give it as FILE, without --storage';

/** The state of a browser as a file has it, as of some moment. @throws InputError */
export function readState(path: string, at: Millis): Read<Snapshot> {
  const { value, diagnoses: told } = readInput(path);
  if (isHar(value)) throw refused(path, REQUESTS);
  const read = orInputError(path, value, NotAStorageStateError, () => readStorageState(value, at));
  return { items: read.snapshots, diagnoses: [...told, ...read.diagnoses] };
}
