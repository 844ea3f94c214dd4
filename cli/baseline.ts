import type { Report } from '../src/engine/report/report.js';
import { readInput, refused } from './input.js';

/** Keys of the findings of a report that was saved. @throws InputError */
export function readBaseline(path: string): ReadonlySet<string> {
  const { value } = readInput(path);
  const { tool, findings } = (value ?? {}) as Partial<Report>;
  if (tool?.name !== 'credtrail' || !Array.isArray(findings))
    throw refused(path, 'no report of Credtrail: save one with --format json');
  const keys = findings.map((one: unknown) => (one as { key?: unknown } | null)?.key);
  return new Set(keys.filter((key) => typeof key === 'string'));
}
