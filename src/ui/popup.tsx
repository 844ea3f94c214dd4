import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { isOfWeb } from '../engine/address.js';
import type { Backend } from './backend/backend.js';
import { HowItWorks } from './components/verdict/how-it-works.js';
import { Recognised } from './components/credential/recognised.js';
import { SeverityCounts, WorstFindings } from './components/findings/finding-summary.js';
import { GradeBadge } from './components/verdict/grade-badge.js';
import { Icon } from './components/icon.js';
import { Loading } from './components/loading.js';
import { NoAnswer } from './components/no-answer.js';
import { Notices } from './components/notices.js';
import { RecordButton } from './components/recording/record-button.js';
import { SessionLostShort } from './components/recording/session-lost.js';
import { NotSeen } from './components/verdict/site-checks.js';
import { ToastLine } from './components/toast-line.js';
import { LoadedBefore, NothingHere } from './components/verdict/site-state.js';
import { language, t, tn } from './words/i18n.js';
import type { Place } from './navigation/place.js';
import { notListened } from './store/not-listened.js';
import { requestsSeen } from './store/requests-seen.js';
import { ViewerStore } from './store/store.js';
import { StoreContext, useStore } from './store/store-context.js';
import './styles/popup.css';

const WORST = 3;

/** Goes on in the full view, at that place. */
function useGo(): (place?: Place) => void {
  const { backend, tabId } = useStore();
  return (place) => void backend.openFullView(tabId, place).then(() => window.close());
}

function Verdict() {
  const { front, status } = useStore();
  const verdict = front.verdict.value;
  if (!verdict) return <NothingHere />;
  const seen = status.value ? requestsSeen(status.value) : 0;
  return (
    <section class="verdict">
      <GradeBadge grade={verdict.grade} score={verdict.score} />
      <div>
        <h1 class="site">{verdict.site}</h1>
        <p class="faint">{tn('ui_requestCount', seen)}</p>
        <p class="sentence">{verdict.sentence}</p>
        {verdict.score === null && <NotSeen unknown={verdict.unknown} />}
      </div>
    </section>
  );
}

/** Sites beside the one in front: their findings are not counted here. */
function Others({ go }: { go(): void }) {
  const others = useStore().front.others.value;
  if (others.length === 0) return null;
  return (
    <p class="others">
      <button type="button" class="link" onClick={() => go()}>
        {tn('ui_alsoRecorded', others.length)}
      </button>
    </p>
  );
}

/** Not where nothing was recorded and nothing is. */
function ClearButton() {
  const { status, recording } = useStore();
  const now = status.value;
  if (!now || (notListened(now) !== null && requestsSeen(now) === 0)) return null;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={t('ui_clear')}
      title={t('ui_clear')}
      onClick={() => void recording.clear()}
    >
      <Icon name="clear" />
    </button>
  );
}

function Actions({ go }: { go(place?: Place): void }) {
  return (
    <footer>
      <RecordButton labelled />
      <ClearButton />
      <button type="button" class="button primary" onClick={() => go()}>
        <Icon name="open" /> {t('ui_openFullView')}
      </button>
      <p class="more">
        <HowItWorks />
        <button type="button" class="link" onClick={() => go({ screen: 'settings' })}>
          {t('ui_settings')}
        </button>
      </p>
    </footer>
  );
}

function Content() {
  const store = useStore();
  const go = useGo();
  if (!store.report.value || !store.status.value)
    return store.connection.state.value === 'waiting' ? <Loading /> : <NoAnswer />;
  const isJudged = store.front.verdict.value !== undefined;
  const isRecorded = store.status.value.scope === 'recorded';
  return (
    <>
      <LoadedBefore />
      <Verdict />
      {isRecorded && <SessionLostShort open={(request) => go({ request })} />}
      {isJudged && <SeverityCounts openSeverity={(severity) => go({ severity })} />}
      {isRecorded && <WorstFindings limit={WORST} openRule={(rule) => go({ rule })} />}
      {isRecorded && (
        <Recognised
          open={(credential) => go({ credential })}
          openAll={() => go({ screen: 'credentials' })}
        />
      )}
      <Others go={go} />
      <Actions go={go} />
    </>
  );
}

function Popup({ store }: { store: ViewerStore }) {
  useEffect(() => store.start(), [store]);
  return (
    <StoreContext.Provider value={store}>
      <main class="popup">
        <Notices />
        <Content />
        <ToastLine />
      </main>
    </StoreContext.Provider>
  );
}

function NotInspectable() {
  return (
    <main class="popup">
      <h1>{t('ui_notInspectable')}</h1>
      <p class="note">{t('ui_notInspectableHint')}</p>
      <p>
        <HowItWorks />
      </p>
    </main>
  );
}

/** The tab that a popup is about. */
export interface ActiveTab {
  id?: number | undefined;
  url?: string | undefined;
}

/** Draws the popup for the tab in front. */
export function mountPopup(root: Element, backend: Backend, { id, url = '' }: ActiveTab): void {
  document.documentElement.lang = language();
  const inspectable = id !== undefined && isOfWeb(url);
  render(inspectable ? <Popup store={new ViewerStore(backend, id)} /> : <NotInspectable />, root);
}
