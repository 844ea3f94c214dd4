import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isOfWeb } from '../../engine/address.js';
import type { TabSummary } from '../../messaging/tab-status.js';
import type { Backend } from '../backend/backend.js';
import { FileBar } from '../components/file/file-bar.js';
import { Loading } from '../components/loading.js';
import { OpenFileButton } from '../components/file/open-buttons.js';
import { t, tn } from '../words/i18n.js';

/** What a full view shows without a tab: those that can be shown, and the way to a file. */
export function ChooseTab({ backend }: { backend: Backend }) {
  return (
    <main class="panel">
      <FileBar />
      <div class="choose-tab scroll">
        <h1>Credtrail</h1>
        <section aria-label={t('ui_tabs')}>
          <h2>{t('ui_tabs')}</h2>
          <OpenTabs backend={backend} />
        </section>
        <section aria-label={t('ui_fileOpen')}>
          <h2>{t('ui_file')}</h2>
          <p class="note">{t('ui_fileDropHint')}</p>
          <OpenFileButton labelled />
        </section>
      </div>
    </main>
  );
}

function OpenTabs({ backend }: { backend: Backend }) {
  const tabs = useSignal<readonly TabSummary[] | null>(null);
  useEffect(() => {
    const ask = async () => {
      const all = await backend.ask('listTabs', {}).catch(() => []);
      // Whoever looks at an ordinary window is not shown what is open in private ones.
      const own = all.filter(({ incognito }) => incognito === (backend.isPrivate ?? false));
      tabs.value = own.filter(({ url }) => isOfWeb(url));
    };
    void ask();
    // Whoever comes back from another tab has just opened it.
    window.addEventListener('focus', ask);
    return () => window.removeEventListener('focus', ask);
  }, [backend]);
  if (!tabs.value) return <Loading />;
  if (tabs.value.length === 0) return <p class="note">{t('ui_tabsNone')}</p>;
  return (
    <ul class="open-tabs">
      {tabs.value.map(({ tabId, url, requests, findings }) => (
        <li key={tabId}>
          <a href={`?tabId=${tabId}`} dir="auto">
            {url}
          </a>
          <span class="faint">
            {tn('ui_requestCount', requests)}
            {findings > 0 && ` · ${tn('ui_tabAlarms', findings)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
