// @ts-check
// Whether what was built is younger than what it is built from. Plain JavaScript: `npm start` asks.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * True where a built file is there and no source is younger, nor a folder from which one was
 * deleted.
 * @param {string} built
 * @param {readonly string[]} sources files and folders
 */
export function isFresh(built, sources) {
  if (!existsSync(built)) return false;
  const builtAt = statSync(built).mtimeMs;
  return sources.flatMap(within).every((path) => statSync(path).mtimeMs <= builtAt);
}

/**
 * A file; or a folder, and all that is in it.
 * @param {string} path
 * @returns {string[]}
 */
function within(path) {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return [path, ...names.map((name) => join(path, name))];
}
