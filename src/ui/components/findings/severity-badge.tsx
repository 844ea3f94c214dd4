import type { Severity } from '../../../engine/model.js';
import { label } from '../../words/i18n.js';

/** The severity as a word in its colour: never colour alone. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  return <span class={`badge severity-${severity}`}>{label('severity', severity)}</span>;
}

/** The severity as a dot with a name for screen readers, where space is scarce. */
export function SeverityDot({ severity }: { severity: Severity }) {
  const name = label('severity', severity);
  return <span class={`dot severity-${severity}`} role="img" aria-label={name} title={name} />;
}
