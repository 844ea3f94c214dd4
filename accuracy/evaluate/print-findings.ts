import type { Result } from './analyse.js';
import { type Bar, stands } from './application-figures.js';
import { rulesNotJudged } from './findings.js';

/** Every finding that is wrong or missing, and every sentence that the truth contradicts. */
export function printFindings({ stack, findings, contradictions }: Result): void {
  for (const { ruleId, severity, place, asked, said } of findings.decisions)
    if (asked !== said)
      console.log(
        `${stack.name}: ${ruleId} of ${place} ${said ? `(${severity}) is wrong` : 'is missing'}`,
      );
  for (const text of contradictions) console.log(`${stack.name}: ${text}`);
}

/** What the oracle does not decide, so that it counts neither for nor against the engine. */
export function printUndecided(results: readonly Result[]): void {
  const open = results.reduce((sum, { findings }) => sum + findings.open, 0);
  const rules = rulesNotJudged();
  const said = results.flatMap(({ findings }) => findings.notJudged).length;
  console.log(
    `  not judged: ${said} findings of ${rules.length} rules (${rules.join(', ') || 'none'}); ` +
      `left open: ${open} findings`,
  );
}

export function printBar(bar: Bar): void {
  const { what, value, of, bar: limit, most } = bar;
  console.log(
    `  ${what.padEnd(52)} ${value.toFixed(3)} of ${String(of).padStart(4)}  ` +
      `${most ? 'at most' : 'at least'} ${limit}${stands(bar) ? '' : '  BELOW'}`,
  );
}
