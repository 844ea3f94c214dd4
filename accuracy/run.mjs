// @ts-check
// `npm run accuracy`: installs the server software that is missing, then records and measures.
// With `-- --seeded`: the same and some applications, with their settings changed for the worse;
// with `-- --applications`: complete applications instead, which install what they need themselves;
// with `-- --live`: some of them, watched by the built extension;
// with `-- --prove`: the stacks, or what is named, and the built extension proves what logs in.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mainOf, prepare } from '../scripts/prepare.mjs';

const HERE = import.meta.dirname;
/** @type {Record<string, string>} */
const OTHERS = { '--applications': 'run-applications.ts', '--live': 'run-live.ts' };
/** Runs the server software that is installed here. */
const WITH_INSTALLED = {
  '--seeded': 'run-seeded.ts',
  '--fixes': 'run-fixes.ts',
  '--prove': 'run-prove.ts',
};

await mainOf(() => {
  prepare();
  const wanted = Object.keys(OTHERS).find((word) => process.argv.includes(word));
  if (!wanted) install();
  const own = Object.keys(WITH_INSTALLED).find((word) => process.argv.includes(word));
  const run = own ? WITH_INSTALLED[own] : 'run.ts';
  const tsconfig = join(HERE, 'tsconfig.json');
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(HERE, wanted ? OTHERS[wanted] : run), ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      env: { ...process.env, TSX_TSCONFIG_PATH: tsconfig },
    },
  );
  process.exit(status ?? 1);
});

/** Install scripts stay off: nothing here needs to be compiled or downloaded. */
function install() {
  const lock = join(HERE, 'package-lock.json');
  const installed = join(HERE, 'node_modules/.package-lock.json');
  if (existsSync(installed) && sameVersions(lock, installed)) return;
  console.log('Installing the server software that is measured …');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, {
    cwd: HERE,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('installing the server software failed');
}

/**
 * By what the two say, not by their dates: a fresh checkout makes the lock file new.
 * @param {string} lock
 * @param {string} installed
 */
function sameVersions(lock, installed) {
  const [wanted, there] = [lock, installed].map((path) => {
    /** @type {{ packages: Record<string, { version?: string; optional?: boolean }> }} */
    const { packages } = JSON.parse(readFileSync(path, 'utf8'));
    return packages;
  });
  return Object.entries(wanted).every(
    // What is for other systems is not installed.
    ([name, { version, optional }]) =>
      name === '' || there[name]?.version === version || (optional && !there[name]),
  );
}
