import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Backend } from './backend.js';
import { EmptyState } from './components/empty-state.js';
import { Notices } from './components/notices.js';
import { panelId, tabId as tabElementId } from './components/tab-list.js';
import { Toolbar } from './components/toolbar.js';
import { language, t } from './i18n.js';
import { Credentials } from './screens/credentials.js';
import { Findings } from './screens/findings.js';
import { Overview } from './screens/overview.js';
import { Requests } from './screens/requests.js';
import { Settings } from './screens/settings.js';
import { Storage } from './screens/storage.js';
import { type Screen, ViewerStore } from './store.js';
import { StoreContext, useStore } from './store-context.js';
import './styles/panel.css';

const VIEWS = {
  overview: Overview,
  credentials: Credentials,
  requests: Requests,
  storage: Storage,
  findings: Findings,
  settings: Settings,
} satisfies Record<Screen, () => unknown>;

function CurrentScreen() {
  const store = useStore();
  const screen = store.screen.value;
  const View = VIEWS[screen];
  if (!store.report.value) {
    return store.connection.value === 'waiting' ? (
      <p class="note detail" role="status">
        {t('ui_loading')}
      </p>
    ) : (
      <EmptyState title={t('ui_noAnswer')}>
        <p>{t('ui_noAnswerHint')}</p>
      </EmptyState>
    );
  }
  return (
    <div
      class="screen"
      role={screen === 'settings' ? 'region' : 'tabpanel'}
      id={panelId(screen)}
      aria-labelledby={tabElementId(screen)}
    >
      <View />
    </div>
  );
}

function Panel({ store }: { store: ViewerStore }) {
  useEffect(() => store.start(), [store]);
  return (
    <StoreContext.Provider value={store}>
      <div class="panel">
        <Toolbar />
        <Notices />
        <CurrentScreen />
      </div>
    </StoreContext.Provider>
  );
}

/** Draws the panel of a tab: in DevTools and as a page alike. */
export function mountPanel(root: Element, backend: Backend, tabId: number): void {
  document.documentElement.lang = language();
  render(<Panel store={new ViewerStore(backend, tabId)} />, root);
}
