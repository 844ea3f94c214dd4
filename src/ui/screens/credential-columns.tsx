import { cookiePlace } from '../../engine/report/cookie-place.js';
import type { ReportCredential } from '../../engine/report/report-credential.js';
import { roleRank } from '../../engine/role-table.js';
import { severityRank } from '../../engine/severity.js';
import { AttributeMarks } from '../components/credential/attribute-marks.js';
import { StateWord } from '../components/credential/credential-state.js';
import { Expiry } from '../components/credential/countdown.js';
import { roleChip } from '../components/credential/role-chip.js';
import { SeverityDot } from '../components/findings/severity-badge.js';
import type { Column } from '../grid/column.js';
import { formatNumber, label, t } from '../words/i18n.js';
import { isOver } from '../lists/list-credentials.js';
import type { ViewerStore } from '../store/store.js';

const endOf = (credential: ReportCredential): number =>
  credential.expiresAt === null ? Number.MAX_VALUE : Date.parse(credential.expiresAt);

/** The columns of the list of credentials. */
export function credentialColumns(store: ViewerStore): Column<ReportCredential>[] {
  return [worstColumn(store), ...whatColumns(), ...whereColumns(), ...howLongColumns()];
}

/** The worst that was found about it. */
function worstColumn(store: ViewerStore): Column<ReportCredential> {
  const rank = ({ id }: ReportCredential): number => {
    const worst = store.worstOf(id);
    return worst === null ? Number.MAX_SAFE_INTEGER : severityRank(worst);
  };
  return {
    id: 'worst',
    title: t('ui_columnWorst'),
    width: '28px',
    cell({ id }) {
      const worst = store.worstOf(id);
      return worst && <SeverityDot severity={worst} />;
    },
    compare: (a, b) => rank(a) - rank(b),
  };
}

/** What it is. */
function whatColumns(): Column<ReportCredential>[] {
  return [
    {
      id: 'role',
      title: t('ui_columnRole'),
      width: 'minmax(108px, 0.8fr)',
      cell: ({ role }) => roleChip(role),
      compare: (a, b) => roleRank(a.role) - roleRank(b.role),
    },
    {
      id: 'name',
      title: t('ui_columnName'),
      fixed: true,
      width: 'minmax(76px, 1.6fr)',
      cell: ({ name }, mark) => <span title={name}>{mark(name)}</span>,
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
  ];
}

/** Where it was seen, and how it is guarded there. */
function whereColumns(): Column<ReportCredential>[] {
  return [
    {
      id: 'carriers',
      title: t('ui_columnCarriers'),
      // The longest of them is whole.
      width: 'minmax(106px, 1fr)',
      from: 640,
      cell: ({ carriers }) => carriers.map((carrier) => label('carrier', carrier)).join(', '),
      compare: (a, b) => a.carrier.localeCompare(b.carrier),
    },
    {
      id: 'host',
      title: t('ui_columnHost'),
      width: 'minmax(100px, 1fr)',
      from: 860,
      cell: (one, mark) => <span title={cookiePlace(one)}>{mark(cookiePlace(one))}</span>,
      compare: (a, b) => cookiePlace(a).localeCompare(cookiePlace(b)),
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
      width: '96px',
      from: 960,
      cell: ({ format }) => label('format', format),
      compare: (a, b) => a.format.localeCompare(b.format),
    },
  ];
}

/** How long it lives, and how often it went. */
function howLongColumns(): Column<ReportCredential>[] {
  return [
    {
      id: 'expires',
      title: t('ui_columnEnds'),
      width: '100px',
      // What is over has no time left.
      cell: ({ state, expires, expiresAt }) =>
        isOver({ state }) ? '–' : <Expiry expires={expires} expiresAt={expiresAt} />,
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
