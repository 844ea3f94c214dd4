import type { Report } from '../../src/engine/report/report.js';
import { RULES } from '../../src/engine/rules/index.js';
import { reaches } from '../../src/engine/severity.js';
import type { Seed, Variant } from './variant.js';

export interface FoundSeed {
  /** The seed in words. */
  text: string;
  found: boolean;
}

const CATALOGUE: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

/**
 * Which seeds of a variant its report tells of. Seeds of rules that are not in the catalogue wait
 * for them.
 */
export function foundSeeds({ seeds }: Pick<Variant, 'seeds'>, report: Report): FoundSeed[] {
  return seeds
    .filter(({ ruleId }) => CATALOGUE.has(ruleId))
    .map((seed) => ({ text: textOf(seed), found: isFound(seed, report) }));
}

function isFound(
  { ruleId, name, least = 'low' }: Seed,
  { findings, credentials }: Report,
): boolean {
  return findings
    .filter((finding) => finding.ruleId === ruleId && reaches(finding.severity, least))
    .some(({ credentialId }) => {
      if (name === undefined) return true;
      const told = credentials.find(({ id }) => id === credentialId)?.name ?? '';
      return typeof name === 'string' ? told === name : name.test(told);
    });
}

function textOf({ ruleId, name, least = 'low' }: Seed): string {
  return `${ruleId}${name === undefined ? '' : ` of ${String(name)}`} (${least})`;
}
