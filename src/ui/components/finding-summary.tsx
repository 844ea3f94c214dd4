import type { Severity } from '../../engine/model.js';
import { subjectName, worstFindings } from '../group-findings.js';
import { formatNumber, label, t } from '../i18n.js';
import { countSeverities } from '../severity.js';
import { useStore } from '../store-context.js';
import { SeverityBadge, SeverityDot } from './severity-badge.js';

interface Props {
  openRule(ruleId: string): void;
  openSeverity(severity: Severity): void;
}

/** How many findings the site in front has of each severity that occurs; each leads to them. */
export function SeverityCounts({ openSeverity }: Pick<Props, 'openSeverity'>) {
  const findings = useStore().front.standing.value;
  const present = countSeverities(findings).filter(([, count]) => count > 0);
  if (present.length === 0) return <p class="all-clear">{t('ui_noFindings')}</p>;
  return (
    <ul class="severity-counts" aria-label={t('ui_countsBySeverity')}>
      {present.map(([severity, count]) => (
        <li key={severity}>
          <button type="button" onClick={() => openSeverity(severity)}>
            <SeverityDot severity={severity} /> <strong>{formatNumber(count)}</strong>{' '}
            {label('severity', severity)}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The worst findings of the site in front, one of each rule; each leads to its rule. */
export function WorstFindings({ limit, openRule }: Pick<Props, 'openRule'> & { limit: number }) {
  const { front, credentials } = useStore();
  return (
    <ul class="worst">
      {worstFindings(front.standing.value, limit).map((finding) => (
        <li key={finding.ruleId}>
          <button type="button" onClick={() => openRule(finding.ruleId)}>
            <SeverityBadge severity={finding.severity} />
            <span class="title">{finding.title}</span>
            <span class="mono faint">{subjectName(finding.about, credentials.value)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
