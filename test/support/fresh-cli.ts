import { spawnSync } from 'node:child_process';
import { isFresh } from '../../scripts/fresh.mjs';

const BUILT = 'dist/cli/credtrail.js';
/** What the command line is built from: files and folders. */
const SOURCES = ['cli', 'src', '_locales', 'manifest.json', 'package.json', 'vite.cli.config.ts'];

/**
 * Before the unit tests: builds the command line, which some of them run, where it is not fresh.
 */
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
