import { useMemo, useRef } from 'preact/hooks';
import type { ReportCredential } from '../../engine/report/report.js';
import { AttributeMarks } from '../components/attribute-marks.js';
import { isLive, StateWord } from '../components/credential-state.js';
import { Expiry } from '../components/countdown.js';
import type { Column } from '../grid/column.js';
import { DataGrid } from '../grid/data-grid.js';
import { EmptyState } from '../components/empty-state.js';
import { FilterBox } from '../components/filter-box.js';
import { RoleChip } from '../components/role-chip.js';
import { SeverityDot } from '../components/severity-badge.js';
import { Shown } from '../components/shown.js';
import { SplitView } from '../components/split-view.js';
import { formatNumber, label, t } from '../i18n.js';
import { roleRank } from '../../engine/role-table.js';
import { severityRank } from '../../engine/severity.js';
import { type CredentialGroup, groupOf, GROUPS, selectCredentials } from '../list-credentials.js';
import type { ViewerStore } from '../store.js';
import { useStore } from '../store-context.js';
import { CredentialDetail } from './credential-detail.js';

const endOf = (credential: ReportCredential): number =>
  credential.expiresAt === null ? Number.MAX_VALUE : Date.parse(credential.expiresAt);

function columnsOf(store: ViewerStore): Column<ReportCredential>[] {
  const rank = ({ id }: ReportCredential): number => {
    const worst = store.worstOf(id);
    return worst === null ? Number.MAX_SAFE_INTEGER : severityRank(worst);
  };
  return [
    {
      id: 'worst',
      title: t('ui_columnWorst'),
      width: '28px',
      cell({ id }) {
        const worst = store.worstOf(id);
        return worst && <SeverityDot severity={worst} />;
      },
      compare: (a, b) => rank(a) - rank(b),
    },
    {
      id: 'role',
      title: t('ui_columnRole'),
      width: 'minmax(106px, 0.8fr)',
      cell: ({ role }) => <RoleChip role={role} />,
      compare: (a, b) => roleRank(a.role) - roleRank(b.role),
    },
    {
      id: 'name',
      title: t('ui_columnName'),
      fixed: true,
      width: 'minmax(96px, 1.6fr)',
      cell: ({ name }) => <span title={name}>{name}</span>,
      compare: (a, b) => a.name.localeCompare(b.name),
    },
    {
      id: 'state',
      title: t('ui_columnState'),
      width: '72px',
      from: 560,
      cell: ({ state, stateReason }) => <StateWord state={state} stateReason={stateReason} />,
      compare: (a, b) => a.state.localeCompare(b.state),
    },
    {
      id: 'carriers',
      title: t('ui_columnCarriers'),
      width: 'minmax(80px, 1fr)',
      from: 620,
      cell: ({ carriers }) => carriers.map((carrier) => label('carrier', carrier)).join(', '),
      compare: (a, b) => a.carrier.localeCompare(b.carrier),
    },
    {
      id: 'host',
      title: t('ui_columnHost'),
      width: 'minmax(80px, 1fr)',
      from: 760,
      cell: ({ host }) => <span title={host}>{host}</span>,
      compare: (a, b) => a.host.localeCompare(b.host),
    },
    {
      id: 'flags',
      title: t('ui_columnFlags'),
      width: '112px',
      from: 520,
      cell: ({ attributes, carrier, role }) => (
        <AttributeMarks attributes={attributes} carrier={carrier} role={role} />
      ),
    },
    {
      id: 'format',
      title: t('ui_columnFormat'),
      width: '76px',
      from: 860,
      cell: ({ format }) => label('format', format),
      compare: (a, b) => a.format.localeCompare(b.format),
    },
    {
      id: 'expires',
      title: t('ui_columnEnds'),
      width: '84px',
      // What is over has no time left.
      cell: ({ state, expires, expiresAt }) =>
        isLive({ state }) ? <Expiry expires={expires} expiresAt={expiresAt} /> : '–',
      compare: (a, b) => endOf(a) - endOf(b),
    },
    {
      id: 'uses',
      title: t('ui_columnUses'),
      width: '56px',
      from: 480,
      cell: ({ sent }) => formatNumber(sent),
      compare: (a, b) => a.sent - b.sent,
    },
  ];
}

/** Every credential of the tab, what identifies the user first; and all that is known of one. */
export function Credentials() {
  const store = useStore();
  const detail = useRef<HTMLElement>(null);
  const findings = store.findingsOf.value;
  const columns = useMemo(() => columnsOf(store), [store, findings]);
  const all = store.report.value?.credentials ?? [];
  const filter = store.nav.credentialFilter;
  const rows = useMemo(() => selectCredentials(all, filter.value), [all, filter.value]);
  const groups = useMemo(() => ({ titles: GROUPS.map(groupTitle), of: titleOf }), []);
  if (all.length === 0) {
    return (
      <EmptyState title={t('ui_credentialsEmpty')}>
        <p>{t('ui_credentialsEmptyHint')}</p>
      </EmptyState>
    );
  }
  const select = (id: string | null) => {
    store.nav.credentialId.value = id;
  };
  const selected = store.credentials.value.get(store.nav.credentialId.value ?? '');
  return (
    <div class="screen-column">
      <div class="bar">
        <FilterBox
          text={filter}
          name={t('ui_filterCredentials')}
          placeholder={t('ui_filterCredentials')}
        />
        <Shown rows={rows.length} all={all.length} filter={filter} />
      </div>
      <SplitView
        main={
          <DataGrid
            name={t('ui_tabCredentials')}
            rows={rows}
            columns={columns}
            keyOf={({ id }) => id}
            selected={selected?.id ?? null}
            onSelect={select}
            onOpen={() => detail.current?.focus()}
            look={store.lists.credentials}
            classOf={(credential) => (isLive(credential) ? '' : 'over')}
            groups={groups}
          />
        }
        detail={selected ? <CredentialDetail key={selected.id} credential={selected} /> : null}
        detailName={t('ui_credentialDetail')}
        detailRef={detail}
        onClose={() => select(null)}
      />
    </div>
  );
}

const GROUP_TITLES = {
  identifies: 'ui_groupIdentifies',
  identified: 'ui_groupIdentified',
  others: 'ui_groupOthers',
} as const;

const groupTitle = (group: CredentialGroup): string => t(GROUP_TITLES[group]);
const titleOf = (credential: ReportCredential): string => groupTitle(groupOf(credential));
