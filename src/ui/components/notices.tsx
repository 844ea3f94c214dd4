import { t } from '../words/i18n.js';
import { TryAgain, useNoAnswer } from './no-answer.js';
import { useStore } from '../store/store-context.js';

/** What stands in the way of a whole picture, and the way out. */
export function Notices() {
  const store = useStore();
  const status = store.status.value;
  const { title, hint } = useNoAnswer();
  return (
    <>
      {/* Where there is nothing to be shown, it stands in the place of the screen. */}
      {store.connection.state.value === 'failed' && store.report.value && (
        <div class="notice error" role="alert">
          <span>{hint === null ? title : `${title} ${hint}`}</span>
          <TryAgain />
        </div>
      )}
      {status && status.site !== null && !status.hostAccess && (
        <div class="notice" role="alert">
          <span>{t('ui_noAccess')}</span>
          <button
            type="button"
            class="button primary"
            onClick={() => {
              void store.backend.askHostAccess(store.tabId, status.url).then(() => store.refresh());
            }}
          >
            {t('ui_grantAccess')}
          </button>
        </div>
      )}
    </>
  );
}

/** What was left out, and what the source could not tell. */
export function NotWhole() {
  const { diagnoses = [] } = useStore().report.value ?? {};
  if (diagnoses.length === 0) return null;
  return (
    <details class="not-whole">
      <summary>{t('ui_notWhole')}</summary>
      <ul aria-label={t('ui_notWholeDetails')}>
        {diagnoses.map(({ code, text }) => (
          <li key={`${code} ${text}`}>{text}</li>
        ))}
      </ul>
    </details>
  );
}
