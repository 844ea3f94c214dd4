import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HarEntry } from '../evaluate/inventory.js';
import type { Moment } from '../record/out.js';
import type { StorageState } from '../record/storage-state.js';

/** Committed: small, with invented values in place of real ones. */
export const KEPT = join(import.meta.dirname, '../../test/fixtures/applications');

/** A recording as it is judged. */
export interface Recorded {
  entries: HarEntry[];
  states: Partial<Record<Moment, StorageState>>;
}

/** Names of the applications whose recordings are committed. */
export function keptNames(): string[] {
  return readdirSync(KEPT)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -5))
    .sort();
}

export async function readKept(name: string): Promise<Recorded> {
  return JSON.parse(await readFile(join(KEPT, `${name}.json`), 'utf8')) as Recorded;
}
