import type { SiteVerdict } from '../../../engine/report/report-site.js';
import { pointsForUnseen, WHOLE } from '../../../engine/verdict/grade.js';
import { formatNumber, t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { NotSeen } from './site-checks.js';
import { SeverityBadge } from '../findings/severity-badge.js';

/** The arithmetic of a grade: what each rule took from 100, and what was not seen. */
export function GradeSteps({ verdict }: { verdict: SiteVerdict }) {
  const { score, gradeSteps, unknown } = verdict;
  const store = useStore();
  if (score === null) return null;
  const unseen = pointsForUnseen(score, gradeSteps);
  return (
    <details class="grade-steps">
      <summary>{t('ui_gradeHow', formatNumber(score))}</summary>
      <table>
        <tbody>
          <tr>
            <td class="number">{formatNumber(WHOLE)}</td>
            <td colSpan={2}>{t('ui_gradeStart')}</td>
          </tr>
          {gradeSteps.map(({ ruleId, severity, points }) => (
            <tr key={ruleId}>
              <td class="number">−{formatNumber(points)}</td>
              <td>
                <SeverityBadge severity={severity} />
              </td>
              <td>
                <button type="button" class="link" onClick={() => store.nav.openRule(ruleId)}>
                  {store.ruleTitle(ruleId)}
                </button>
              </td>
            </tr>
          ))}
          {unseen > 0 && (
            <tr>
              <td class="number">−{formatNumber(unseen)}</td>
              <td colSpan={2}>{t('ui_gradeUnseen', unknown.join('; '))}</td>
            </tr>
          )}
        </tbody>
      </table>
      {unseen <= 0 && <NotSeen unknown={unknown} />}
      <p class="note">{t('ui_gradeRule')}</p>
    </details>
  );
}
