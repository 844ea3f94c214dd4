import { t } from '../i18n.js';
import { useStore } from '../store-context.js';

/** What stands in the way of a whole picture, and the way out. */
export function Notices() {
  const store = useStore();
  const status = store.status.value;
  return (
    <>
      {store.connection.value === 'failed' && (
        <div class="notice error" role="alert">
          <span>{t('ui_noAnswer')}</span>
          <button type="button" class="button" onClick={() => void store.refresh()}>
            {t('ui_tryAgain')}
          </button>
        </div>
      )}
      {status && !status.hostAccess && (
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
