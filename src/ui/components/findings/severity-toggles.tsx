import type { Severity } from '../../../engine/model.js';
import type { ReportFinding } from '../../../engine/report/report-finding.js';
import { formatNumber, label, t } from '../../words/i18n.js';
import { countSeverities } from '../../lists/severity.js';
import { useStore } from '../../store/store-context.js';

/** How many findings there are of each severity, to be picked out by it. */
export function SeverityToggles({ findings }: { findings: readonly ReportFinding[] }) {
  const chosen = useStore().nav.findingSeverities;
  const toggle = (severity: Severity) => {
    const next = new Set(chosen.value);
    if (!next.delete(severity)) next.add(severity);
    chosen.value = next;
  };
  return (
    <div class="filter-words" role="group" aria-label={t('ui_filterSeverity')}>
      {countSeverities(findings)
        .filter(([, count]) => count > 0)
        .map(([severity, count]) => (
          <button
            key={severity}
            type="button"
            class="toggle"
            aria-pressed={chosen.value.has(severity)}
            onClick={() => toggle(severity)}
          >
            {label('severity', severity)} <span class="count">{formatNumber(count)}</span>
          </button>
        ))}
    </div>
  );
}
