import type { Severity } from '../../../engine/model.js';
import type { SiteVerdict } from '../../../engine/report/report-site.js';
import { subjectName, worstFindings } from '../../lists/group-findings.js';
import { formatNumber, label, t } from '../../words/i18n.js';
import { countSeverities } from '../../lists/severity.js';
import { useStore } from '../../store/store-context.js';
import { SeverityBadge, SeverityDot } from './severity-badge.js';

interface Props {
  openRule(ruleId: string): void;
  openSeverity(severity: Severity): void;
}

/** How many findings the site in front has of each severity that occurs; each leads to them. */
export function SeverityCounts({ openSeverity }: Pick<Props, 'openSeverity'>) {
  const { front } = useStore();
  const present = countSeverities(front.standing.value).filter(([, count]) => count > 0);
  if (present.length === 0) return <NothingWrong verdict={front.verdict.value} />;
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

/** An all-clear is given only to a site of which enough was seen for a grade, and all of it. */
export function NothingWrong({ verdict }: { verdict: SiteVerdict | undefined }) {
  const isWhole = verdict !== undefined && verdict.grade !== null && verdict.unknown.length === 0;
  return isWhole ? (
    <p class="all-clear">{t('ui_noFindings')}</p>
  ) : (
    <p class="faint">{t('ui_noFindingsSeen')}</p>
  );
}

/** The worst findings of the site in front, one of each rule; each leads to its rule. */
export function WorstFindings({ limit, openRule }: Pick<Props, 'openRule'> & { limit: number }) {
  const { front, credentials } = useStore();
  const worst = worstFindings(front.standing.value, limit);
  if (worst.length === 0) return null;
  return (
    <ul class="worst">
      {worst.map((finding) => (
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
