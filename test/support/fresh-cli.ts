import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const BUILT = 'dist/cli/credtrail.js';
/** What the command line is built from: files and folders. */
const SOURCES = ['cli', 'src', '_locales', 'manifest.json', 'package.json', 'vite.cli.config.ts'];

/** Before the unit tests: builds the command line, which some of them run, where it is not fresh. */
export default function setup(): void {
  if (isFresh(BUILT, SOURCES)) return;
  // The tests' own NODE_ENV would make another program of it.
  const { NODE_ENV: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.cli.config.ts'],
    { encoding: 'utf8', env },
  );
  if (status !== 0) throw new Error(`dist/cli could not be built.\n${stdout}${stderr}`);
}

/** Whether a built file is there and no source is younger, nor a folder from which one was deleted. */
export function isFresh(built: string, sources: readonly string[]): boolean {
  if (!existsSync(built)) return false;
  const builtAt = statSync(built).mtimeMs;
  return sources.flatMap(within).every((path) => statSync(path).mtimeMs <= builtAt);
}

/** A file; or a folder, and all that is in it. */
function within(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return [path, ...names.map((name) => join(path, name))];
}
