import { useMemo, useRef } from 'preact/hooks';
import type { RequestRow } from '../../messaging/protocol.js';
import { CredentialChips } from '../components/credential-chips.js';
import type { Column } from '../grid/column.js';
import { DataGrid } from '../grid/data-grid.js';
import { EmptyState } from '../components/empty-state.js';
import { FilterBox, FilterWords } from '../components/filter-box.js';
import { MomentChips } from '../components/moment-chips.js';
import { Shown } from '../components/shown.js';
import { SplitView } from '../components/split-view.js';
import { clockTime } from '../format-time.js';
import { addressParts } from '../address-parts.js';
import { label, t } from '../i18n.js';
import { valuesIn } from '../filter-values.js';
import { compileFilter, TERM_NAMES, unknownTerms } from '../request-filter.js';
import { useStore } from '../store-context.js';
import { RequestDetailPane } from './request-detail.js';

const WORDS = [
  'role:session',
  'has:jwt',
  'sets:cookie',
  'severity:high',
  'status:4xx',
  'is:login',
] as const;

function pathOf(url: string): string {
  const parts = addressParts(url);
  return parts ? parts.path + parts.query : url;
}

function Status({ row: { status, error } }: { row: RequestRow }) {
  if (error !== undefined) return <span title={error}>{t('ui_failed')}</span>;
  return status === undefined ? <span class="faint">{t('ui_pending')}</span> : <>{status}</>;
}

function columnsOf(): Column<RequestRow>[] {
  return [
    {
      id: 'status',
      title: t('ui_columnStatus'),
      width: '54px',
      cell: (row) => <Status row={row} />,
      compare: (a, b) => (a.status ?? 0) - (b.status ?? 0),
    },
    {
      id: 'method',
      title: t('ui_columnMethod'),
      width: '70px',
      cell: ({ method }) => method,
      compare: (a, b) => a.method.localeCompare(b.method),
    },
    {
      id: 'host',
      title: t('ui_columnHost'),
      width: 'minmax(90px, 1fr)',
      from: 640,
      cell: ({ host }) => <span title={host}>{host}</span>,
      compare: (a, b) => a.host.localeCompare(b.host),
    },
    {
      id: 'path',
      title: t('ui_columnPath'),
      width: 'minmax(120px, 2.4fr)',
      cell: ({ id, url }) => (
        <>
          <MomentChips requestId={id} />
          <span title={url}>{pathOf(url)}</span>
        </>
      ),
      compare: (a, b) => a.url.localeCompare(b.url),
    },
    {
      id: 'type',
      title: t('ui_columnType'),
      width: '72px',
      from: 760,
      cell: ({ type }) => label('resource', type),
      compare: (a, b) => a.type.localeCompare(b.type),
    },
    {
      id: 'carried',
      title: t('ui_columnCarried'),
      width: 'minmax(152px, 1.4fr)',
      cell: ({ carried }) => <CredentialChips ids={carried} />,
      compare: (a, b) => a.carried.length - b.carried.length,
    },
    {
      id: 'sets',
      title: t('ui_columnSets'),
      width: 'minmax(84px, 0.8fr)',
      from: 520,
      cell: ({ set }) => <CredentialChips ids={set} />,
      compare: (a, b) => a.set.length - b.set.length,
    },
    {
      id: 'time',
      title: t('ui_columnTime'),
      width: '104px',
      from: 720,
      cell: ({ startedAt }) => clockTime(startedAt),
      compare: (a, b) => a.startedAt - b.startedAt,
    },
  ];
}

const rowClass = ({ status, error }: RequestRow): string =>
  error !== undefined || (status ?? 0) >= 400 ? 'failed' : '';

/** Every request of the tab in order, with what it carried and what it set. */
export function Requests() {
  const store = useStore();
  const detail = useRef<HTMLElement>(null);
  const columns = useMemo(columnsOf, []);
  const all = store.requests.value;
  const filter = store.nav.requestFilter.value;
  const credentials = store.credentials.value;
  const story = store.story.value;
  const rows = useMemo(() => {
    const matches = compileFilter(filter);
    // A new array each time: the log's own grows in place.
    return all.rows.filter((row) => matches(row, store.known));
  }, [all, filter, credentials, story]);
  const valuesOf = useMemo(() => valuesIn(all.rows, [...credentials.values()]), [all, credentials]);
  const unknown = unknownTerms(filter);
  const select = (id: string | null) => {
    store.nav.requestId.value = id;
  };
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
        <Shown rows={rows.length} all={all.rows.length} filter={store.nav.requestFilter} />
      </div>
      {all.rows.length === 0 ? (
        <EmptyState title={t('ui_requestsEmpty')}>
          <p>{t('ui_requestsEmptyHint')}</p>
        </EmptyState>
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
              look={store.lists.requests}
              classOf={rowClass}
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
