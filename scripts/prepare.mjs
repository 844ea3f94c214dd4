// @ts-check
// What every command does first. Plain JavaScript: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFresh } from './fresh.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Windows runs npm and the packages' programs through its shell only. */
const SHELL = process.platform === 'win32';

/** Goes to the project's folder, checks Node and installs the packages that are missing. */
export function prepare() {
  process.chdir(ROOT);
  checkNode();
  if (packagesAreMissing()) {
    console.log('Installing packages …');
    runOrExit('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  }
}

/**
 * Runs a program of an installed package.
 * @param {string} name
 * @param {string[]} args
 * @returns {boolean} whether it succeeded
 */
export function runTool(name, ...args) {
  return run(join('node_modules', '.bin', name), args);
}

/**
 * Runs a program of an installed package beside what goes on meanwhile.
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<boolean>} whether it succeeded
 */
export function startTool(name, ...args) {
  const running = spawn(join('node_modules', '.bin', name), args, {
    stdio: 'inherit',
    shell: SHELL,
  });
  return new Promise((resolve, reject) => {
    running.once('error', reject);
    running.once('exit', (status) => resolve(status === 0));
  });
}

/** What the extension is built from. */
const SOURCES = [
  '_locales',
  'devtools',
  'icons',
  'manifest.json',
  'package-lock.json',
  'package.json',
  'popup',
  'rules',
  'scripts',
  'src',
  'vite.config.ts',
  'welcome',
];

/**
 * Builds the extension for a browser where what was built last is older than its sources.
 * @param {'chrome' | 'firefox'} target
 */
export function buildWhereStale(target) {
  if (existsSync(join('dist', target)) && isFresh(markOf(target), SOURCES)) return;
  build(target);
}

/**
 * Written when all of a target is there: a build that was broken off leaves a part of it.
 * @param {string} target
 */
function markOf(target) {
  return join('dist', `${target}.built`);
}

/**
 * Builds one target, without the builder's chatter.
 * @param {'chrome' | 'firefox' | 'cli' | 'lib'} target
 */
export function build(target) {
  console.log(`Building dist/${target} …`);
  const isExtension = target === 'chrome' || target === 'firefox';
  const which = isExtension ? ['--mode', target] : ['--config', `vite.${target}.config.ts`];
  const result = spawnSync(join('node_modules', '.bin', 'vite'), ['build', ...which], {
    encoding: 'utf8',
    shell: SHELL,
  });
  if (result.status === 0) return writeFileSync(markOf(target), '');
  console.error(`${result.stdout}${result.stderr}\ncredtrail: building dist/${target} failed.`);
  process.exit(1);
}

/**
 * Ends the process with one line where something fails.
 * @param {() => unknown} work
 */
export async function mainOf(work) {
  try {
    await work();
  } catch (error) {
    console.error(`credtrail: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`credtrail: needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** True where an installed package differs from what the lock file names. */
function packagesAreMissing() {
  const installed = 'node_modules/.package-lock.json';
  if (!existsSync(installed)) return true;
  const have = readPackages(installed);
  return Object.entries(readPackages('package-lock.json')).some(
    ([path, wanted]) => path !== '' && !wanted.optional && have[path]?.version !== wanted.version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  return spawnSync(program, args, { stdio: 'inherit', shell: SHELL }).status === 0;
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function runOrExit(program, args) {
  if (run(program, args)) return;
  console.error(`credtrail: "${program} ${args.join(' ')}" failed.`);
  process.exit(1);
}
