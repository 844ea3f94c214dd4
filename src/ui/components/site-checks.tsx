import type { SiteVerdict } from '../../engine/report/report.js';
import { formatNumber, t } from '../i18n.js';

/** What is good about a site; nothing where nothing is. */
export function Strengths({ strengths }: Pick<SiteVerdict, 'strengths'>) {
  if (strengths.length === 0) return null;
  return (
    <section aria-label={t('ui_strengths')}>
      <h3>{t('ui_strengths')}</h3>
      <ul class="strengths">
        {strengths.map(({ ruleId, text }) => (
          <li key={ruleId}>{text}</li>
        ))}
      </ul>
    </section>
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

/** What was not seen of a site, and so is not judged. */
export function NotSeen({ unknown }: Pick<SiteVerdict, 'unknown'>) {
  if (unknown.length === 0) return null;
  return <p class="note">{t('ui_notSeen', unknown.join('; '))}</p>;
}
