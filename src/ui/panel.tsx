import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Backend } from './backend/backend.js';
import { FileBar } from './components/file/file-bar.js';
import { ActionMenu } from './menu/action-menu.js';
import { Loading } from './components/loading.js';
import { NoAnswer } from './components/no-answer.js';
import { Notices } from './components/notices.js';
import { LeftOut } from './components/verdict/left-out.js';
import { hasTab, panelId, tabId as tabElementId, TITLES } from './components/tab-list.js';
import { LoadedBefore } from './components/verdict/site-state.js';
import { ToastLine } from './components/toast-line.js';
import { Toolbar } from './components/toolbar.js';
import { search, SEARCH_EVENT, type SearchDetail } from './filter/devtools-search.js';
import { language, t } from './words/i18n.js';
import { keepScreen } from './navigation/kept-screen.js';
import { Compare } from './screens/compare.js';
import { Credentials } from './screens/credentials.js';
import { Findings } from './screens/findings.js';
import { Flow } from './screens/flow.js';
import { Overview } from './screens/overview.js';
import { Requests } from './screens/requests.js';
import { Scratchpad } from './screens/scratchpad.js';
import { Settings } from './screens/settings.js';
import { Storage } from './screens/storage.js';
import { SpanLine } from './span/span-line.js';
import { listenToBeingShown } from './navigation/panel-shown.js';
import { listenToKeys } from './page/panel-keys.js';
import type { Place, Screen } from './navigation/place.js';
import { ViewerStore } from './store/store.js';
import { StoreContext, useStore } from './store/store-context.js';
import './styles/panel.css';

const VIEWS = {
  overview: Overview,
  flow: Flow,
  credentials: Credentials,
  requests: Requests,
  storage: Storage,
  findings: Findings,
  compare: Compare,
  settings: Settings,
  scratchpad: Scratchpad,
} satisfies Record<Screen, () => unknown>;

function CurrentScreen() {
  const store = useStore();
  const screen = store.nav.screen.value;
  const site = store.nav.site.value;
  const View = VIEWS[screen];
  const element = useRef<HTMLDivElement>(null);
  // What was clicked to come here is gone: the keyboard goes on from here.
  useEffect(() => {
    if (document.activeElement === document.body) element.current?.focus();
  }, [screen, site]);
  // What somebody pastes needs no recording.
  if (!store.report.value && screen !== 'scratchpad') {
    return store.connection.state.value === 'waiting' ? <Loading /> : <NoAnswer />;
  }
  return (
    <div
      ref={element}
      class="screen"
      tabIndex={-1}
      role={hasTab(screen) ? 'tabpanel' : 'region'}
      id={panelId(screen)}
      aria-labelledby={tabElementId(screen)}
    >
      {hasTab(screen) && <h2 class="unseen">{t(TITLES[screen])}</h2>}
      <View />
    </div>
  );
}

function listenToSearch({ nav }: ViewerStore): () => void {
  const listen = (event: Event) => search(nav, (event as CustomEvent<SearchDetail>).detail);
  window.addEventListener(SEARCH_EVENT, listen);
  return () => window.removeEventListener(SEARCH_EVENT, listen);
}

/** All screens of one tab or file, and what stands around them. */
export function Panel({ store }: { store: ViewerStore }) {
  useEffect(() => store.start(), [store]);
  useEffect(() => listenToSearch(store), [store]);
  useEffect(() => listenToKeys(store), [store]);
  useEffect(listenToBeingShown, []);
  return (
    <StoreContext.Provider value={store}>
      <main class="panel">
        <h1 class="unseen">Credtrail</h1>
        <FileBar />
        <Toolbar />
        <Notices />
        <LoadedBefore />
        <LeftOut />
        <SpanLine />
        <CurrentScreen />
        <ToastLine />
        <ActionMenu />
      </main>
    </StoreContext.Provider>
  );
}

/** Draws the panel of a tab; `place`: what is shown first, else what was shown last. */
export function mountPanel(root: Element, backend: Backend, tabId: number, place?: Place): void {
  document.documentElement.lang = language();
  const store = new ViewerStore(backend, tabId);
  keepScreen(store.nav);
  if (place) store.nav.open(place);
  render(<Panel store={store} />, root);
}
