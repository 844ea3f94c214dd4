import type { SiteVerdict } from '../../engine/report/report.js';
import { label, t } from '../i18n.js';

/** Session, token and cookie side by side, as seen on this site. */
export function ComparisonTable({ rows }: { rows: SiteVerdict['comparison'] }) {
  return (
    <section aria-label={t('ui_comparison')}>
      <h3>{t('ui_comparison')}</h3>
      <div class="comparison">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('ui_aspect')}</th>
              <th scope="col">{t('ui_columnSession')}</th>
              <th scope="col">{t('ui_columnToken')}</th>
              <th scope="col">{t('ui_columnCookie')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ aspect, session, token, cookie }) => (
              <tr key={aspect}>
                <th scope="row">{label('aspect', aspect)}</th>
                <td data-column={t('ui_columnSession')}>{session}</td>
                <td data-column={t('ui_columnToken')}>{token}</td>
                <td data-column={t('ui_columnCookie')}>{cookie}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
