import type { ReportOutcome } from '../../store/finished-proof.js';
import { label } from '../../words/i18n.js';

/** A verdict in a word. */
export function VerdictChip({ verdict }: { verdict: ReportOutcome['verdict'] }) {
  return <span class={`chip proved-${verdict}`}>{label('proved', verdict)}</span>;
}
