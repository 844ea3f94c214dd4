// Records what is missing, runs the engine over all recordings, prints the figures.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate, type Mode, type Result } from './evaluate/analyse.js';
import {
  type Figures,
  figuresOf,
  printFigures,
  printMisses,
  printSeen,
  printUnlabelled,
} from './evaluate/print.js';
import { mechanismOfAll, momentsOfAll, rotationOfAll, shortfalls } from './evaluate/verdict.js';
import { OUT } from './record/out.js';
import type { Half, Stack } from './support/stack.js';

const HERE = import.meta.dirname;
const MODES: readonly Mode[] = ['full', 'headers'];
/** What every recording is made with. */
const SHARED = ['record', 'support'].flatMap((folder) =>
  readdirSync(join(HERE, folder)).map((file) => `${folder}/${file}`),
);
const HALVES: readonly Half[] = ['tuning', 'held-out'];

const fresh = process.argv.includes('--fresh');
const showHeldOut = process.argv.includes('--show-held-out');

const names = readdirSync(join(HERE, 'stacks'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
  .sort();
const lost = names.filter((name) => (fresh || isStale(name)) && !recordOne(name));
const stacks = await Promise.all(names.filter((name) => !lost.includes(name)).map(load));
const figures: Figures[] = [];
for (const mode of MODES) {
  for (const half of HALVES)
    figures.push(
      await measure(
        stacks.filter((stack) => stack.half === half),
        half,
        mode,
      ),
    );
}
for (const own of figures) printFigures(own);
for (const mode of MODES) {
  const { right, of } = rotationOfAll(figures, mode);
  console.log(
    `\nboth halves, ${mode}: mechanism ${mechanismOfAll(figures, mode).toFixed(3)} of ${stacks.length} stacks, rotation at login ${right.toFixed(3)} of ${of} session cookies`,
  );
  for (const one of momentsOfAll(figures, mode)) printSeen(one);
}
const failures = [...lost.map((name) => `${name} could not be recorded`), ...shortfalls(figures)];
console.log(
  failures.length === 0
    ? '\naccuracy: above the bar'
    : `\naccuracy: below the bar: ${failures.join('; ')}`,
);
process.exit(failures.length === 0 ? 0 : 1);

async function measure(own: readonly Stack[], half: Half, mode: Mode): Promise<Figures> {
  const results: Result[] = [];
  for (const stack of own) results.push(await evaluate(stack, mode));
  if (mode === 'full') printUnlabelled(results);
  if (half === 'tuning' || showHeldOut) printMisses(results, mode);
  return figuresOf(half, mode, results);
}

function isStale(name: string): boolean {
  const recording = join(OUT, `${name}.har`);
  return (
    !existsSync(recording) ||
    statSync(recording).mtimeMs < Math.max(changed(`stacks/${name}.ts`), ...SHARED.map(changed))
  );
}

function changed(file: string): number {
  return statSync(join(HERE, file)).mtimeMs;
}

/** In a process of its own, since server software likes to own its process. */
function recordOne(name: string): boolean {
  console.log(`recording ${name} …`);
  const args = ['--import', 'tsx', join(HERE, 'record/main.ts'), name];
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (status !== 0) console.error(stderr);
  return status === 0;
}

async function load(name: string): Promise<Stack> {
  const { stack } = (await import(`./stacks/${name}.ts`)) as { stack: Stack };
  return stack;
}
