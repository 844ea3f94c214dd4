// Records applications and visits that are missing, runs the engine over them, prints the figures.
import { afterLogin } from './evaluate/after-login.js';
import { judge as judged, type Mode, type Result } from './evaluate/analyse.js';
import { applicationFigures, stands } from './evaluate/application-figures.js';
import { printBar, printFindings, printUndecided } from './evaluate/print-findings.js';
import { printMisses, printScores, printUnlabelled } from './evaluate/print.js';
import { scoresOf } from './evaluate/score.js';
import { contradictedLabels } from './evaluate/withheld.js';
import { applicationNames, halfOf, loadApplication } from './applications/support/load.js';
import { readRecorded } from './record/read.js';
import { recordMissing } from './record/record-missing.js';
import type { Half } from './support/stack.js';

const MODES: readonly Mode[] = ['full', 'headers'];
const TITLE: Readonly<Record<Half, string>> = { tuning: 'open', 'held-out': 'blind' };

const fresh = process.argv.includes('--fresh');
/** Only what comes after the login: figures, which no bar is for. */
const midway = process.argv.includes('--midway');
const only = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const names = applicationNames().filter((name) => only.length === 0 || only.includes(name));
const lost = recordMissing('applications', names, { fresh, timeout: 600_000 });
const here = names.filter((name) => !lost.includes(name));
const shortfalls: string[] = [];
for (const mode of MODES)
  for (const half of ['tuning', 'held-out'] as const) await judge(half, mode);
for (const name of lost) console.log(`${name} could not be recorded`);
const failures = [...lost, ...shortfalls];
console.log(
  failures.length === 0
    ? '\napplications: above the bar'
    : `\napplications: below the bar: ${failures.join('; ')}`,
);
process.exit(failures.length === 0 ? 0 : 1);

async function judge(half: Half, mode: Mode): Promise<void> {
  const results: Result[] = [];
  for (const name of here.filter((one) => halfOf(one) === half)) {
    const whole = await readRecorded(name);
    const recorded = midway ? afterLogin(whole) : whole;
    if (recorded.entries.length > 0)
      results.push(await judged(await loadApplication(name), recorded, mode));
  }
  if (mode === 'full' && !midway) await printLabels(results, half);
  if (half === 'tuning') {
    printMisses(results, mode);
    if (mode === 'full' && !midway) results.forEach(printFindings);
  }
  const kinds = (kind: string) => results.filter(({ stack }) => stack.kind === kind).length;
  console.log(
    '\n' +
      `${TITLE[half]}, ${mode === 'full' ? 'full (bodies and storage)' : 'headers only'}: ` +
      `${kinds('application')} applications, ${kinds('visit')} visits`,
  );
  const bars = applicationFigures(results, mode);
  bars.forEach(printBar);
  if (mode === 'full') printUndecided(results);
  if (mode === 'full') printScores(scoresOf(results.flatMap(({ decisions }) => decisions)));
  if (half === 'held-out' && !midway)
    shortfalls.push(
      ...bars.filter((bar) => !stands(bar)).map(({ what }) => `${TITLE[half]}, ${mode}: ${what}`),
    );
}

/**
 * What the corpus itself lacks is told of both; what a server said against a label, by its count of
 * the blind.
 */
async function printLabels(results: readonly Result[], half: Half): Promise<void> {
  if (half === 'tuning') printUnlabelled(results);
  const told = await Promise.all(
    results.map(async ({ stack }) =>
      (await contradictedLabels(stack)).map((text) => `${stack.name}: ${text}`),
    ),
  );
  if (half === 'tuning') told.flat().forEach((text) => console.log(text));
  console.log(`${TITLE[half]}: ${told.flat().length} labels contradicted by withholding`);
}
