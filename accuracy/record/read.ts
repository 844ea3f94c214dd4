import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HarEntry } from '../evaluate/inventory.js';
import { type Moment, OUT, stateFile } from './out.js';
import type { StorageState } from './storage-state.js';

/** A recording as it is judged. */
export interface Recorded {
  entries: HarEntry[];
  states: Partial<Record<Moment, StorageState>>;
}

const MOMENTS: readonly Moment[] = ['before-login', 'after-use', 'after-logout', 'after-login-2'];

/** The recording of a stack or an application, as {@link OUT} has it. */
export async function readRecorded(name: string): Promise<Recorded> {
  const har = JSON.parse(await readFile(join(OUT, `${name}.har`), 'utf8')) as {
    log: { entries: HarEntry[] };
  };
  const states: Recorded['states'] = {};
  for (const moment of MOMENTS.filter((one) => existsSync(stateFile(name, one))))
    states[moment] = JSON.parse(await readFile(stateFile(name, moment), 'utf8')) as StorageState;
  return { entries: har.log.entries, states };
}
