import type { SiteVerdict } from '../../../engine/report/report-site.js';
import { formatNumber, label, t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';

/** What is good about a site; nothing where nothing is. */
export function Strengths({ strengths }: Pick<SiteVerdict, 'strengths'>) {
  if (strengths.length === 0) return null;
  return (
    <details class="strengths-fold">
      <summary>
        {t('ui_strengths')} <span class="count">{formatNumber(strengths.length)}</span>
      </summary>
      <ul class="strengths">
        {strengths.map(({ ruleId, text }) => (
          <li key={ruleId}>{text}</li>
        ))}
      </ul>
    </details>
  );
}

/** How many of a site's checks came to what, in one line. */
export function CheckCounts({ site, checks }: Pick<SiteVerdict, 'site' | 'checks'>) {
  const { passed, failed, unknown } = checks;
  return (
    <p class="note">
      {t('ui_checks', site, formatNumber(passed), formatNumber(failed), formatNumber(unknown))}
    </p>
  );
}

const OUTCOMES = ['failed', 'unknown', 'passed'] as const;

/** What was checked at a site, rule by rule: found something, cannot be known, passed. */
export function Checked({ checked }: Pick<SiteVerdict, 'checked'>) {
  const store = useStore();
  const all = store.report.value?.rules.length ?? 0;
  return (
    <details class="checked">
      <summary>{t('ui_checked', formatNumber(checked.length), formatNumber(all))}</summary>
      {OUTCOMES.map((outcome) => {
        const rules = checked.filter((check) => check.outcome === outcome);
        return (
          rules.length > 0 && (
            <section key={outcome}>
              <h4>{label('outcome', outcome)}</h4>
              <ul class="evidence">
                {rules.map(({ ruleId }) => (
                  <li key={ruleId}>
                    {store.ruleTitle(ruleId)} <span class="mono faint">{ruleId}</span>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
      <p class="note">{t('ui_checkedNot', formatNumber(all - checked.length))}</p>
    </details>
  );
}

/** What was not seen of a site, and so is not judged. */
export function NotSeen({ unknown }: Pick<SiteVerdict, 'unknown'>) {
  if (unknown.length === 0) return null;
  return <p class="note">{t('ui_notSeen', unknown.join('; '))}</p>;
}
