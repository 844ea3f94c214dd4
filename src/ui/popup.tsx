import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import type { SiteVerdict } from '../engine/report/report.js';
import type { Backend } from './backend.js';
import { now } from './clock.js';
import { Countdown } from './components/countdown.js';
import { GradeBadge } from './components/grade-badge.js';
import { Icon } from './components/icon.js';
import { Notices } from './components/notices.js';
import { RecordButton } from './components/record-button.js';
import { RoleChip } from './components/role-chip.js';
import { SessionLostShort } from './components/session-lost.js';
import { NotSeen } from './components/site-checks.js';
import { SeverityBadge, SeverityDot } from './components/severity-badge.js';
import { worstFindings } from './group-findings.js';
import { label, language, t, tn } from './i18n.js';
import { nextToEnd } from './next-to-end.js';
import { countSeverities } from './severity.js';
import { ViewerStore } from './store.js';
import { StoreContext, useStore } from './store-context.js';
import './styles/popup.css';

const WORST = 3;

function Counts() {
  const findings = useStore().standing.value;
  const present = countSeverities(findings).filter(([, count]) => count > 0);
  if (present.length === 0) return <p class="all-clear">{t('ui_noFindings')}</p>;
  return (
    <ul class="severity-counts" aria-label={t('ui_countsBySeverity')}>
      {present.map(([severity, count]) => (
        <li key={severity}>
          <SeverityDot severity={severity} /> <strong>{count}</strong> {label('severity', severity)}
        </li>
      ))}
    </ul>
  );
}

function Worst() {
  const worst = worstFindings(useStore().standing.value, WORST);
  return (
    <ul class="worst">
      {worst.map(({ ruleId, severity, title }) => (
        <li key={ruleId}>
          <SeverityBadge severity={severity} /> <span class="title">{title}</span>
        </li>
      ))}
    </ul>
  );
}

function NextToEnd() {
  const credential = nextToEnd(useStore().report.value?.credentials ?? [], now.peek());
  if (!credential) return null;
  return (
    <p class="next-to-end">
      <span class="faint">{t('ui_endsNext')}</span> <RoleChip role={credential.role} />{' '}
      <span class="mono name">{credential.name}</span>{' '}
      <Countdown endsAt={Date.parse(credential.expiresAt)} />
    </p>
  );
}

interface VerdictProps {
  verdict: SiteVerdict | undefined;
  host: string;
  requests: number;
}

function Verdict({ verdict, host, requests }: VerdictProps) {
  return (
    <section class="verdict">
      {verdict && <GradeBadge grade={verdict.grade} score={verdict.score} />}
      <div>
        <h1 class="site">{host}</h1>
        <p class="faint">{tn('ui_requestCount', requests)}</p>
        <p class="sentence">{verdict?.sentence ?? t('ui_overviewEmptyHint')}</p>
        {verdict && <NotSeen unknown={verdict.unknown} />}
      </div>
    </section>
  );
}

function Content() {
  const store = useStore();
  const { backend, tabId } = store;
  const report = store.report.value;
  const status = store.status.value;
  if (!report || !status) {
    return store.connection.value === 'waiting' ? <p class="note">{t('ui_loading')}</p> : null;
  }
  const [verdict] = report.sites;
  return (
    <>
      <Verdict verdict={verdict} host={new URL(status.url).host} requests={status.requests} />
      <SessionLostShort />
      {verdict && <Counts />}
      <Worst />
      <NextToEnd />
      <footer>
        <RecordButton labelled />
        <button
          type="button"
          class="button primary"
          onClick={() => void backend.openFullView(tabId).then(() => window.close())}
        >
          <Icon name="open" /> {t('ui_openFullView')}
        </button>
      </footer>
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
      </main>
    </StoreContext.Provider>
  );
}

function NotInspectable() {
  return (
    <main class="popup">
      <h1>{t('ui_notInspectable')}</h1>
      <p class="note">{t('ui_notInspectableHint')}</p>
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
  const inspectable = id !== undefined && /^https?:/.test(url);
  render(inspectable ? <Popup store={new ViewerStore(backend, id)} /> : <NotInspectable />, root);
}
