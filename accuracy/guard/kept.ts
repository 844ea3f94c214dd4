import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recorded } from '../record/read.js';

/** Committed: small, with invented values in place of real ones. */
export const KEPT = join(import.meta.dirname, '../../test/fixtures/applications');

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
