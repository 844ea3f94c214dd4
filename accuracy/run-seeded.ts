// Records servers whose settings were changed for the worse, and says which of those faults the
// engine finds. Of the held-out ones only how many.
import { evaluate, type Result } from './evaluate/analyse.js';
import { findingFigures } from './evaluate/application-figures.js';
import { printBar, printFindings } from './evaluate/print-findings.js';
import { recordVariants } from './seeded/record-missing.js';
import { foundSeeds, type FoundSeed } from './seeded/score.js';
import { variantStack } from './seeded/transform.js';
import { recordingOf } from './seeded/variant.js';
import { VARIANTS } from './seeded/variants/index.js';

/** Share of the seeds that have to be found. */
const BAR = 0.98;

const fresh = process.argv.includes('--fresh');
const showHeldOut = process.argv.includes('--show-held-out');
const only = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const wanted = VARIANTS.filter(({ of }) => only.length === 0 || only.includes(of));
const lost = recordVariants(wanted, fresh);
const results: Result[] = [];
const seeds: FoundSeed[] = [];
for (const variant of wanted.filter((one) => !lost.includes(one))) {
  const result = await evaluate(await variantStack(variant), 'full');
  const own = foundSeeds(variant, result.report);
  results.push(result);
  seeds.push(...own);
  const found = own.filter((one) => one.found).length;
  console.log(`${recordingOf(variant).padEnd(44)} ${found} of ${own.length}`);
  if (!isShown(result)) continue;
  for (const { text } of own.filter((one) => !one.found)) console.log(`  not found: ${text}`);
}
console.log('');
results.filter(isShown).forEach(printFindings);
findingFigures(results.flatMap(({ findings }) => findings.decisions)).forEach(printBar);
const found = seeds.filter((one) => one.found).length;
const servers = new Set(wanted.map(({ of }) => of)).size;
console.log(
  '\n' +
    `seeded findings: found ${found} of ${seeds.length}, in ${results.length} variants of ` +
    `${servers} servers`,
);
for (const variant of lost) console.log(`${recordingOf(variant)} could not be recorded`);
process.exit(lost.length === 0 && found >= BAR * seeds.length ? 0 : 1);

function isShown({ stack: { half } }: Result): boolean {
  return half === 'tuning' || showHeldOut;
}
