import type { Finding } from '../engine/model.js';
import type { RecordingSummary } from './view.js';

/** How many findings there are of each severity, without those that somebody accepted. */
export function countFindings(findings: readonly Finding[]): RecordingSummary['findings'] {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity, suppressed } of findings) if (suppressed === undefined) counts[severity]++;
  return counts;
}
