import { useMemo, useRef } from 'preact/hooks';
import type { ReportCredential } from '../../engine/report/report-credential.js';
import { isLive } from '../components/credential/credential-state.js';
import { credentialMenu } from '../copy/credential-menu.js';
import { DataGrid } from '../grid/data-grid.js';
import type { GridProps } from '../grid/grid-props.js';
import { EmptyScreen } from '../components/verdict/site-state.js';
import { FilterBox } from '../components/filter-box.js';
import { Legend } from '../components/legend.js';
import { ProveButton, ProveHere } from '../components/prove/prove-here.js';
import { Shown } from '../components/shown.js';
import { SplitView } from '../components/split-view.js';
import { t } from '../words/i18n.js';
import { groupTitle } from '../components/credential/group-title.js';
import { groupOf, GROUPS, selectCredentials, sitesBehind } from '../lists/list-credentials.js';
import { NothingLeft } from '../span/nothing-in-span.js';
import { useStore } from '../store/store-context.js';
import { credentialColumns } from './credential-columns.js';
import { CredentialDetail } from './credential-detail.js';

/** Every credential of the tab, what identifies the user first; and all that is known of one. */
export function Credentials() {
  const store = useStore();
  const filter = store.nav.credentialFilter;
  const within = store.inSpan.credentials.value;
  const rows = useMemo(() => selectCredentials(within, filter.value), [within, filter.value]);
  if (!store.report.value?.credentials.length) {
    return <EmptyScreen title={t('ui_credentialsEmpty')} hint={t('ui_credentialsEmptyHint')} />;
  }
  return (
    <div class="screen-column">
      <div class="bar list-bar">
        <FilterBox
          text={filter}
          name={t('ui_filterCredentials')}
          placeholder={t('ui_filterCredentials')}
        />
        <Legend marks />
        <ProveButton />
        <Shown rows={rows.length} all={within.length} filter={filter} />
      </div>
      <ProveHere />
      <ListAndDetail rows={rows} />
    </div>
  );
}

interface RowsProps {
  rows: readonly ReportCredential[];
}

/** The list, and beside it the credential that is selected in it. */
function ListAndDetail({ rows }: RowsProps) {
  const { nav, inSpan } = useStore();
  const detail = useRef<HTMLElement>(null);
  const selected = inSpan.credentials.value.find(({ id }) => id === nav.credentialId.value);
  const select = (id: string | null) => nav.selectCredential(id);
  return (
    <SplitView
      main={
        <List
          rows={rows}
          selected={selected?.id ?? null}
          onSelect={select}
          onOpen={() => detail.current?.focus()}
        />
      }
      detail={selected ? <CredentialDetail key={selected.id} credential={selected} /> : null}
      detailName={t('ui_credentialDetail')}
      detailRef={detail}
      onClose={() => select(null)}
    />
  );
}

type ListProps = RowsProps & Pick<GridProps<ReportCredential>, 'selected' | 'onSelect' | 'onOpen'>;

function List(props: ListProps) {
  const store = useStore();
  const findings = store.findingsOf.value;
  const columns = useMemo(() => credentialColumns(store), [store, findings]);
  const groups = useGroups();
  const filter = store.nav.credentialFilter;
  const within = store.inSpan.credentials.value.length;
  return (
    <DataGrid
      {...props}
      name={t('ui_tabCredentials')}
      columns={columns}
      keyOf={({ id }) => id}
      onMenu={(row, at) =>
        store.menus.open({ name: t('ui_copyAs'), groups: credentialMenu(store, row), at })
      }
      look={store.lists.credentials}
      classOf={(credential) => (isLive(credential) ? '' : 'over')}
      groups={groups}
      whenEmpty={<NothingLeft within={within} clear={() => (filter.value = '')} />}
    />
  );
}

/** What there is at the site in front by what it does, then the other sites by their names. */
function useGroups() {
  const store = useStore();
  const front = store.front.name.value;
  const all = store.report.value?.credentials;
  const { moments } = store.story.value;
  return useMemo(
    () => ({
      titles: [...GROUPS.map(groupTitle), ...sitesBehind(front, all ?? [])],
      of: (one: ReportCredential) =>
        one.site === front ? groupTitle(groupOf(one, moments)) : one.site,
    }),
    [front, all, moments],
  );
}
