import { MomentTime } from '../components/recording/moment-time.js';
import { panelId } from '../components/tab-list.js';
import { formatNumber, type MessageKey, t, tn } from '../words/i18n.js';
import type { Screen } from '../navigation/place.js';
import type { ViewerStore } from '../store/store.js';
import { useStore } from '../store/store-context.js';
import type { TimeSpan } from './time-span.js';

/**
 * Over every screen while a stretch of time is selected: which, what it leaves out, and its end.
 */
export function SpanLine() {
  const store = useStore();
  const { nav } = store;
  const span = nav.span.value;
  if (!span) return null;
  const screen = nav.screen.value;
  const note = store.report.value && NOTES[screen]?.(store);
  const showAll = () => {
    nav.selectSpan(null);
    // The button is gone: the keyboard goes on from the screen.
    document.getElementById(panelId(screen))?.focus();
  };
  return (
    <div class="span-line" role="group" aria-label={t('ui_span')} title={t('ui_spanHint')}>
      <span>{t('ui_spanOnly')}</span>
      <Ends span={span} />
      <button type="button" class="button span-show-all" onClick={showAll}>
        {t('ui_spanShowAll')}
      </button>
      {note && <span class="span-note">{note}</span>}
    </div>
  );
}

function Ends({ span: { from, to } }: { span: TimeSpan }) {
  const { times } = useStore();
  // Of a short one, the milliseconds tell its ends apart.
  const exact = times.of(from) === times.of(to);
  return (
    <strong>
      <MomentTime class="span-end" at={from} exact={exact} /> –{' '}
      <MomentTime class="span-end" at={to} exact={exact} />
    </strong>
  );
}

/** What a span means for a screen; where there is none, nothing of it has to do with time. */
const NOTES: Partial<Record<Screen, (store: ViewerStore) => string>> = {
  overview: () => t('ui_spanOverview'),
  flow: ({ picture, inSpan }) =>
    leftOut(
      picture.value?.rows.length ?? 0,
      inSpan.picture.value?.picture.rows.length ?? 0,
      'ui_spanSteps',
    ),
  credentials: ({ credentials, inSpan }) =>
    leftOut(credentials.value.size, inSpan.credentials.value.length),
  requests: ({ requests, inSpan }) =>
    leftOut(requests.value.rows.length, inSpan.requests.value.length),
  storage: () => t('ui_spanStorage'),
  findings: ({ report, inSpan }) => {
    const { findings, undated } = inSpan.findings.value;
    const said = leftOut(report.value?.findings.length ?? 0, findings.size);
    return undated > 0 ? `${said} · ${tn('ui_spanUndated', undated)}` : said;
  },
  compare: () => t('ui_spanCompare'),
};

function leftOut(all: number, within: number, key: MessageKey = 'ui_spanLeftOut'): string {
  if (all === within) return t('ui_spanNothingLeftOut');
  return t(key, formatNumber(all - within), formatNumber(all));
}
