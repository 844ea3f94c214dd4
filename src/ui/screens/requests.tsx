import { useMemo, useRef } from 'preact/hooks';
import type { RequestRow } from '../../messaging/views.js';
import { DataGrid } from '../grid/data-grid.js';
import { EmptyScreen } from '../components/verdict/site-state.js';
import { FilterBox, FilterWords } from '../components/filter-box.js';
import { Shown } from '../components/shown.js';
import { SplitView } from '../components/split-view.js';
import { requestMenu } from '../copy/request-menu.js';
import { formatNumber, t } from '../words/i18n.js';
import { valuesIn } from '../filter/filter-values.js';
import { compileFilter, TERM_NAMES, unknownTerms } from '../filter/request-filter.js';
import { NothingLeft } from '../span/nothing-in-span.js';
import { useStore } from '../store/store-context.js';
import { requestColumns } from './request-columns.js';
import { RequestDetailPane } from './request-detail.js';

const WORDS = [
  'role:session',
  'has:jwt',
  'sets:cookie',
  'severity:high',
  'status:4xx',
  'is:login',
] as const;

const rowClass = ({ status, error }: RequestRow): string =>
  error !== undefined || (status ?? 0) >= 400 ? 'failed' : '';

/** Every request of the tab in order, with what it carried and what it set. */
export function Requests() {
  const rows = useFiltered();
  const isEmpty = useStore().requests.value.rows.length === 0;
  return (
    <div class="screen-column">
      <Bar shown={rows.length} />
      <OfReport />
      {isEmpty ? (
        <EmptyScreen title={t('ui_requestsEmpty')} hint={t('ui_requestsEmptyHint')} />
      ) : (
        <ListAndDetail rows={rows} />
      )}
    </div>
  );
}

/** The requests within the selected stretch of time that the filter leaves. */
function useFiltered(): RequestRow[] {
  const store = useStore();
  const all = store.requests.value;
  const filter = store.nav.requestFilter.value;
  const credentials = store.credentials.value;
  const story = store.story.value;
  const within = store.inSpan.requests.value;
  return useMemo(() => {
    const matches = compileFilter(filter);
    // A new array each time: the log's own grows in place.
    return within.filter((row) => matches(row, store.known));
  }, [all, within, filter, credentials, story]);
}

function Bar({ shown }: { shown: number }) {
  const store = useStore();
  const all = store.requests.value;
  const credentials = store.credentials.value;
  const filter = store.nav.requestFilter;
  const valuesOf = useMemo(() => valuesIn(all.rows, [...credentials.values()]), [all, credentials]);
  const unknown = unknownTerms(filter.value);
  return (
    <div class="bar list-bar">
      <FilterBox
        text={filter}
        name={t('ui_filterRequests')}
        placeholder={t('ui_filterRequestsHint')}
        valuesOf={valuesOf}
      />
      <FilterWords text={filter} words={WORDS} />
      {unknown.length > 0 && (
        <span class="warning" role="status">
          {t('ui_filterUnknown', unknown.join(' '), TERM_NAMES.join(': ') + ':')}
        </span>
      )}
      <Counted requests={all.rows.length} />
      <Shown rows={shown} all={store.inSpan.requests.value.length} filter={filter} />
    </div>
  );
}

/** The list, and beside it the request that is selected in it. */
function ListAndDetail({ rows }: { rows: readonly RequestRow[] }) {
  const { nav, requests, inSpan } = useStore();
  const detail = useRef<HTMLElement>(null);
  const selected = nav.requestId.value;
  const id = selected !== null && inSpan.leavesOut({ request: selected }) ? null : selected;
  return (
    <SplitView
      main={<List rows={rows} onOpen={() => detail.current?.focus()} />}
      detail={
        id === null ? null : <RequestDetailPane key={id} id={id} row={requests.value.byId(id)} />
      }
      detailName={t('ui_requestDetail')}
      detailRef={detail}
      onClose={() => nav.selectRequest(null)}
    />
  );
}

interface ListProps {
  rows: readonly RequestRow[];
  onOpen(): void;
}

function List({ rows, onOpen }: ListProps) {
  const store = useStore();
  const { nav } = store;
  const columns = useMemo(() => requestColumns(store.backend.holds), [store]);
  const within = store.inSpan.requests.value.length;
  return (
    <DataGrid
      name={t('ui_tabRequests')}
      rows={rows}
      columns={columns}
      keyOf={({ id }) => id}
      selected={nav.requestId.value}
      onSelect={(id) => nav.selectRequest(id)}
      onOpen={onOpen}
      onMenu={(row, at) =>
        store.menus.open({ name: t('ui_copyAs'), groups: requestMenu(store, row), at })
      }
      look={store.lists.requests}
      classOf={rowClass}
      whenEmpty={<NothingLeft within={within} clear={() => (nav.requestFilter.value = '')} />}
      follow
    />
  );
}

/** A saved report does not have them all. */
function OfReport() {
  const { backend, report, requests } = useStore();
  if (backend.holds !== 'report') return null;
  const had = requests.value.rows.length;
  const all = report.value?.source.requests ?? had;
  return (
    <div class="notice quiet">{t('ui_reportRequests', formatNumber(had), formatNumber(all))}</div>
  );
}

/** How many requests there were, and how many of them are not in the list for they tell nothing. */
function Counted({ requests }: { requests: number }) {
  const { uneventful = 0 } = useStore().status.value ?? {};
  if (uneventful === 0) return null;
  return (
    <span class="faint counted" title={t('ui_requestsCountedHint')}>
      <span class="whole">
        {t('ui_requestsCounted', formatNumber(requests + uneventful), formatNumber(uneventful))}
      </span>
      <span class="short">{t('ui_requestsStatic', formatNumber(uneventful))}</span>
    </span>
  );
}
