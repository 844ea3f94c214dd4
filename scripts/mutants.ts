// npm run mutants [-- WORD…]: do the engine's tests notice when it is wrong? Each mutant is one
// small fault (scripts/mutants/); one at a time it takes the place of the code, and the tests run:
// first those of its file, then of its folder, then all of the engine's, until one fails. A mutant
// that lives shows what no test holds. With words: only the mutants whose file or name has one of
// them.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { MUTANTS } from './mutants/index.js';
import { type Mutant, mutate } from './mutants/mutant.js';

const ALL = 'test/engine/';
const AT_ONCE = 2;
/** A mutant may loop for ever; on a busy machine tests are slow: three times as long as before. */
const LEAST_MS = 300_000;
const MOST_MS = 3_600_000;

type Fate = 'killed' | 'endless' | 'alive' | 'stale';
const EXPLAINED: Readonly<Partial<Record<Fate, string>>> = {
  endless: ' (the tests did not end: killed, or the machine was busy)',
  stale: ' (its original does not stand there exactly once: write it anew)',
};

const words = process.argv.slice(2);
const chosen = MUTANTS.filter(
  ({ file, name }) => words.length === 0 || words.some((word) => `${file} ${name}`.includes(word)),
);

/** Runs tests against a mutant, or against the engine as it is; what became of it. */
function fateIn(tests: string, timeout: number, mutant?: Mutant): Promise<Fate> {
  const args = ['run', '--config', 'scripts/mutants/vitest.config.ts', '--root', '.', tests];
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
    stdio: 'ignore',
    env: { ...process.env, ...(mutant ? { MUTANT: mutant.name } : {}) },
    timeout,
    killSignal: 'SIGKILL',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      resolve(code === null ? 'endless' : code === 0 ? 'alive' : 'killed'),
    );
  });
}

/** The tests that may notice, the nearest first. */
function testsFor(file: string): string[] {
  const mirrored = file.replace(/^src\/(.*)\.ts$/, 'test/$1.test.ts');
  return [mirrored, `${posix.dirname(mirrored)}/`, ALL].filter((path) => existsSync(path));
}

async function fateOf(mutant: Mutant, timeout: number): Promise<Fate> {
  if (mutate(readFileSync(mutant.file, 'utf8'), mutant) === undefined) return 'stale';
  for (const tests of testsFor(mutant.file)) {
    const fate = await fateIn(tests, timeout, mutant);
    if (fate !== 'alive') return fate;
  }
  return 'alive';
}

async function work(queue: Mutant[], fates: Fate[], timeout: number): Promise<void> {
  for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
    const fate = await fateOf(mutant, timeout);
    fates.push(fate);
    console.log(`${fate.padEnd(7)}  ${mutant.file}: ${mutant.name}${EXPLAINED[fate] ?? ''}`);
  }
}

const began = performance.now();
if ((await fateIn(ALL, MOST_MS)) !== 'alive')
  throw new Error('The tests must pass before anything is changed.');
const timeout = Math.max(LEAST_MS, Math.ceil(3 * (performance.now() - began)));
const fates: Fate[] = [];
const queue = [...chosen];
await Promise.all(Array.from({ length: AT_ONCE }, () => work(queue, fates, timeout)));
const count = (fate: Fate) => fates.filter((other) => other === fate).length;
const [killed, endless, alive, stale] = [
  count('killed'),
  count('endless'),
  count('alive'),
  count('stale'),
];
const score = Math.round((100 * killed) / Math.max(1, killed + alive));
console.log(`${killed} killed, ${endless} endless, ${alive} alive, ${stale} stale: ${score} %`);
if (endless + alive + stale > 0) process.exitCode = 1;
