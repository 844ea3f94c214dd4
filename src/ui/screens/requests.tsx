import { useMemo, useRef } from 'preact/hooks';
import type { RequestRow } from '../../messaging/views.js';
import { DataGrid } from '../grid/data-grid.js';
import { EmptyScreen } from '../components/site-state.js';
import { FilterBox, FilterWords } from '../components/filter-box.js';
import { Shown } from '../components/shown.js';
import { SplitView } from '../components/split-view.js';
import { requestMenu } from '../copy/request-menu.js';
import { formatNumber, t } from '../i18n.js';
import { valuesIn } from '../filter-values.js';
import { compileFilter, TERM_NAMES, unknownTerms } from '../request-filter.js';
import { NothingLeft } from '../span/nothing-in-span.js';
import { useStore } from '../store-context.js';
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
  const store = useStore();
  const detail = useRef<HTMLElement>(null);
  const columns = useMemo(() => requestColumns(store.backend.holds), [store]);
  const all = store.requests.value;
  const filter = store.nav.requestFilter.value;
  const credentials = store.credentials.value;
  const story = store.story.value;
  const within = store.inSpan.requests.value;
  const rows = useMemo(() => {
    const matches = compileFilter(filter);
    // A new array each time: the log's own grows in place.
    return within.filter((row) => matches(row, store.known));
  }, [all, within, filter, credentials, story]);
  const valuesOf = useMemo(() => valuesIn(all.rows, [...credentials.values()]), [all, credentials]);
  const unknown = unknownTerms(filter);
  const select = (id: string | null) => store.nav.selectRequest(id);
  const selectedId = store.nav.requestId.value;
  return (
    <div class="screen-column">
      <div class="bar">
        <FilterBox
          text={store.nav.requestFilter}
          name={t('ui_filterRequests')}
          placeholder={t('ui_filterRequestsHint')}
          valuesOf={valuesOf}
        />
        <FilterWords text={store.nav.requestFilter} words={WORDS} />
        {unknown.length > 0 && (
          <span class="warning" role="status">
            {t('ui_filterUnknown', unknown.join(' '), TERM_NAMES.join(': ') + ':')}
          </span>
        )}
        <Counted requests={all.rows.length} />
        <Shown rows={rows.length} all={within.length} filter={store.nav.requestFilter} />
      </div>
      <OfReport requests={all.rows.length} />
      {all.rows.length === 0 ? (
        <EmptyScreen title={t('ui_requestsEmpty')} hint={t('ui_requestsEmptyHint')} />
      ) : (
        <SplitView
          main={
            <DataGrid
              name={t('ui_tabRequests')}
              rows={rows}
              columns={columns}
              keyOf={({ id }) => id}
              selected={selectedId}
              onSelect={select}
              onOpen={() => detail.current?.focus()}
              onMenu={(row, at) =>
                store.menus.open({ name: t('ui_copyAs'), groups: requestMenu(store, row), at })
              }
              look={store.lists.requests}
              classOf={rowClass}
              whenEmpty={
                <NothingLeft
                  within={within.length}
                  clear={() => (store.nav.requestFilter.value = '')}
                />
              }
              follow
            />
          }
          detail={
            selectedId === null ? null : (
              <RequestDetailPane key={selectedId} id={selectedId} row={all.byId(selectedId)} />
            )
          }
          detailName={t('ui_requestDetail')}
          detailRef={detail}
          onClose={() => select(null)}
        />
      )}
    </div>
  );
}

/** A saved report does not have them all. */
function OfReport({ requests }: { requests: number }) {
  const { backend, report } = useStore();
  if (backend.holds !== 'report') return null;
  const all = report.value?.source.requests ?? requests;
  return (
    <div class="notice quiet">
      {t('ui_reportRequests', formatNumber(requests), formatNumber(all))}
    </div>
  );
}

/** How many requests there were, and how many of them are not in the list for they tell nothing. */
function Counted({ requests }: { requests: number }) {
  const { uneventful = 0 } = useStore().status.value ?? {};
  if (uneventful === 0) return null;
  return (
    <span class="faint" title={t('ui_requestsCountedHint')}>
      {t('ui_requestsCounted', formatNumber(requests + uneventful), formatNumber(uneventful))}
    </span>
  );
}
