import type { Finding } from '../engine/model.js';
import type { RecordingSummary } from './view.js';

/** How many findings of one site, or of all, there are of each severity, without those accepted. */
export function countFindings(
  findings: readonly Finding[],
  site?: string,
): RecordingSummary['findings'] {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity, suppressed, about } of findings)
    if (suppressed === undefined && (site === undefined || about.site === site)) counts[severity]++;
  return counts;
}
