import type { TabScope } from '../../../messaging/tab-status.js';
import { siteHost } from '../../format/site-host.js';
import { t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';

type LeftOutScope = Exclude<TabScope, 'recorded'>;

/** Says that what the tab shows is not recorded, by choice. */
export function leftOutTitle(scope: LeftOutScope): string {
  return scope === 'not-allowed' ? t('ui_notListening') : t('ui_notInspected');
}

/** Why, and how to record it after all, where that is the user's to say. */
export function LeftOutHint({ scope }: { scope: LeftOutScope }) {
  const { options } = useStore();
  const isLocked = options.isLocked('capture') || options.isLocked('sites');
  return (
    <>
      <p>{scope === 'not-allowed' ? t('ui_notListeningHint') : t('ui_notInspectedHint')}</p>
      {isLocked && <p class="note">{t('ui_byOrganisation')}</p>}
      {scope === 'not-allowed' && <ListenButton />}
    </>
  );
}

function ListenButton() {
  const { options, status } = useStore();
  const host = siteHost(status.value?.site ?? null);
  if (host === undefined || options.isLocked('sites')) return null;
  return (
    <button type="button" class="button primary" onClick={() => void options.allow(host)}>
      {t('ui_listenToSite')}
    </button>
  );
}

/** The same as a line over the screens that show what was recorded of other sites. */
export function LeftOut() {
  const { status, nav } = useStore();
  const scope = status.value?.scope ?? 'recorded';
  const { value: screen } = nav.screen;
  const isElsewhere = screen === 'overview' || screen === 'settings';
  if (scope === 'recorded' || status.value?.site === null || isElsewhere) return null;
  return (
    <div class="notice" role="status">
      <span>{leftOutTitle(scope)}</span>
      {scope === 'not-allowed' && <ListenButton />}
    </div>
  );
}
