import type { TabStatus } from '../../../messaging/tab-status.js';
import { t, tn } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { requestsSeen } from '../../store/requests-seen.js';
import { EmptyState } from '../empty-state.js';
import { LeftOutHint, leftOutTitle } from './left-out.js';

function ReloadButton() {
  const store = useStore();
  return (
    <button type="button" class="button primary" onClick={() => void store.recording.reload()}>
      {t('ui_reload')}
    </button>
  );
}

/** Says that the page was there before anything was recorded, with the way out. */
export function LoadedBefore() {
  const status = useStore().status.value;
  if (!status || status.loaded || status.site === null || !status.hostAccess) return null;
  if (status.scope !== 'recorded') return null;
  return (
    <div class="notice" role="status">
      <span>{t(status.renewed ? 'ui_renewed' : 'ui_loadedBefore')}</span>
      <ReloadButton />
    </div>
  );
}

interface OfTab {
  status: TabStatus;
}

/** Why there is no verdict on the site in front: forbidden, not seen, or nothing there. */
export function NothingHere() {
  const { status: shown, backend } = useStore();
  const status = shown.value;
  if (!status) return null;
  if (backend.isFile) return <NothingInFile status={status} />;
  if (status.site === null)
    return (
      <EmptyState title={t('ui_notInspectable')}>
        <p>{t('ui_notInspectableHint')}</p>
      </EmptyState>
    );
  if (!status.hostAccess)
    return (
      <EmptyState title={t('ui_overviewEmpty')}>
        <p>{t('ui_noAccessHint')}</p>
      </EmptyState>
    );
  if (status.scope !== 'recorded')
    return (
      <EmptyState title={leftOutTitle(status.scope)}>
        <LeftOutHint scope={status.scope} />
      </EmptyState>
    );
  return <NothingSeen status={status} site={status.site} />;
}

function NothingInFile({ status }: OfTab) {
  return (
    <EmptyState title={t('ui_fileNothing')}>
      <p>
        {tn('ui_nothingSeen', requestsSeen(status))} {t('ui_fileNothingHint')}
      </p>
    </EmptyState>
  );
}

/** Of a site that is recorded: the page was there before, or nothing came of it. */
function NothingSeen({ status, site }: OfTab & { site: string }) {
  if (!status.loaded)
    return (
      <EmptyState title={t('ui_overviewEmpty')}>
        <p>{t('ui_overviewEmptyHint')}</p>
        <p>{t('ui_overviewEmptyPromise')}</p>
      </EmptyState>
    );
  return (
    <EmptyState title={t('ui_nothingHere', site)}>
      <p>
        {tn('ui_nothingSeen', requestsSeen(status))} {t('ui_nothingHereHint')}
      </p>
      <p>{t('ui_overviewEmptyPromise')}</p>
    </EmptyState>
  );
}

/** A screen with nothing on it: what will stand there, and why nothing does. */
export function EmptyScreen({ title, hint }: { title: string; hint: string }) {
  const { status: shown, backend } = useStore();
  const status = shown.value;
  const isRead = backend.isFile || !status;
  if (!isRead && (status.site === null || !status.hostAccess)) return <NothingHere />;
  return (
    <EmptyState title={title}>
      <p>{hint}</p>
      {!isRead && (
        <p>
          {status.loaded ? tn('ui_nothingSeen', requestsSeen(status)) : t('ui_overviewEmptyHint')}
        </p>
      )}
    </EmptyState>
  );
}
