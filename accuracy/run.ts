// Records what is missing, runs the engine over all recordings, prints the figures.
import { readdirSync } from 'node:fs';
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
import { findingFigures, stands } from './evaluate/application-figures.js';
import { printBar, printFindings, printUndecided } from './evaluate/print-findings.js';
import { recordMissing } from './record/record-missing.js';
import type { Half, Stack } from './support/stack.js';

const HERE = import.meta.dirname;
const MODES: readonly Mode[] = ['full', 'headers'];
const HALVES: readonly Half[] = ['tuning', 'held-out'];

const fresh = process.argv.includes('--fresh');
const showHeldOut = process.argv.includes('--show-held-out');

const names = readdirSync(join(HERE, 'stacks'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
  .sort();
const lost = recordMissing('stacks', names, { fresh, timeout: 120_000 });
const stacks = await Promise.all(names.filter((name) => !lost.includes(name)).map(load));
const figures: Figures[] = [];
/** With bodies and storage. */
const judged: Result[] = [];
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
for (const own of figures) {
  printFigures(own);
  if (own.mode !== 'full') continue;
  const results = judged.filter(({ stack }) => stack.half === own.half);
  findingFigures(results.flatMap((result) => result.findings.decisions)).forEach(printBar);
  printUndecided(results);
}
for (const mode of MODES) {
  const { right, of } = rotationOfAll(figures, mode);
  console.log(
    '\n' +
      `both halves, ${mode}: mechanism ${mechanismOfAll(figures, mode).toFixed(3)} of ` +
      `${stacks.length} stacks, rotation at login ${right.toFixed(3)} of ${of} session cookies`,
  );
  for (const one of momentsOfAll(figures, mode)) printSeen(one);
}
const findings = findingFigures(judged.flatMap((result) => result.findings.decisions));
console.log('\nboth halves, full: findings');
findings.forEach(printBar);
const failures = [
  ...lost.map((name) => `${name} could not be recorded`),
  ...shortfalls(figures),
  ...findings.filter((bar) => !stands(bar)).map(({ what }) => what),
];
console.log(
  failures.length === 0
    ? '\naccuracy: above the bar'
    : `\naccuracy: below the bar: ${failures.join('; ')}`,
);
process.exit(failures.length === 0 ? 0 : 1);

async function measure(own: readonly Stack[], half: Half, mode: Mode): Promise<Figures> {
  const results: Result[] = [];
  for (const stack of own) results.push(await evaluate(stack, mode));
  if (mode === 'full') {
    printUnlabelled(results);
    judged.push(...results);
  }
  if (half === 'tuning' || showHeldOut) {
    printMisses(results, mode);
    if (mode === 'full') results.forEach(printFindings);
  }
  return figuresOf(half, mode, results);
}

async function load(name: string): Promise<Stack> {
  const { stack } = (await import(`./stacks/${name}.ts`)) as { stack: Stack };
  return stack;
}
