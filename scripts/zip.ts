import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** The first moment that a zip can tell. Its times are local, so it is made of local parts. */
const always = (): Date => new Date(1980, 0, 1);

/**
 * All files below a folder, as paths with `/`, in the one order that does not depend on a machine.
 */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'));
}

/**
 * A zip of files: the same files give the same bytes, whenever, wherever and in which order they
 * were written.
 */
export function zipOf(folder: string, paths: readonly string[]): Uint8Array {
  const files: Zippable = {};
  // By code units: the order of a locale is that of a machine.
  for (const path of paths.toSorted((a, b) => (a < b ? -1 : 1)))
    files[path] = readFileSync(join(folder, path));
  return zipSync(files, { mtime: always(), level: 9 });
}

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
