import type { ComponentChildren } from 'preact';
import type { FileHolds } from '../../messaging/opened-file.js';
import type { RequestRow } from '../../messaging/views.js';
import { addressParts } from '../format/address-parts.js';
import { CredentialChips } from '../components/credential/credential-chips.js';
import { MomentTime } from '../components/recording/moment-time.js';
import { MomentChips } from '../components/recording/moment-chips.js';
import { formatSize } from '../format/format-size.js';
import type { Column } from '../grid/column.js';
import { formatNumber, label, language, t } from '../words/i18n.js';
import { listedName } from '../format/request-name.js';

const hostOf = (origin: string): string => addressParts(origin)?.host ?? origin;

function pathWithQuery(url: string): string {
  const parts = addressParts(url);
  return parts ? parts.path + parts.query : url;
}

// What every row shows is no component of its own where it can be a value: a scrolled frame draws
// some forty of each.

function outcomeOf({ status, error }: RequestRow): ComponentChildren {
  if (error !== undefined) return <span title={error}>{t('ui_failed')}</span>;
  return status ?? <span class="faint">{t('ui_pending')}</span>;
}

function chipsOf(ids: readonly string[]): ComponentChildren {
  return ids.length > 0 && <CredentialChips ids={ids} />;
}

/** What a line of the list of requests tells; the narrower the list, the less. */
export function requestColumns(holds: FileHolds = 'recording'): Column<RequestRow>[] {
  const all = [...ofRequest(), ...ofAddress(), ...ofKind(), ...ofTransfer(), ...ofCredentials()];
  return holds === 'recording' ? all : all.filter(({ id }) => !NOT_OF_REPORT.has(id));
}

/** What a saved report does not tell of a request. */
const NOT_OF_REPORT = new Set(['status', 'type', 'initiator', 'size', 'duration']);

/** Which request it was. */
function ofRequest(): Column<RequestRow>[] {
  return [
    {
      id: 'name',
      title: t('ui_columnName'),
      width: 'minmax(110px, 1.8fr)',
      fixed: true,
      cell: ({ id, url, probe }, mark) => (
        <>
          {probe && (
            <span class="chip of-proof" title={t('ui_requestOfProofHint')}>
              {t('ui_requestOfProof')}
            </span>
          )}
          <MomentChips requestId={id} />
          <span title={url}>{mark(listedName(url))}</span>
        </>
      ),
      compare: (a, b) => listedName(a.url).localeCompare(listedName(b.url)),
    },
    {
      id: 'status',
      title: t('ui_columnStatus'),
      width: '54px',
      cell: outcomeOf,
      compare: (a, b) => (a.status ?? 0) - (b.status ?? 0),
    },
    {
      id: 'method',
      title: t('ui_columnMethod'),
      width: '70px',
      from: 460,
      cell: ({ method }, mark) => mark(method),
      compare: (a, b) => a.method.localeCompare(b.method),
    },
  ];
}

/** Where it went. */
function ofAddress(): Column<RequestRow>[] {
  return [
    {
      id: 'host',
      title: t('ui_columnHost'),
      width: 'minmax(90px, 1fr)',
      from: 640,
      cell: ({ host }, mark) => <span title={host}>{mark(host)}</span>,
      compare: (a, b) => a.host.localeCompare(b.host),
    },
    {
      id: 'path',
      title: t('ui_columnPath'),
      width: 'minmax(120px, 1.6fr)',
      from: 1100,
      cell: ({ url }, mark) => <span title={url}>{mark(pathWithQuery(url))}</span>,
      compare: (a, b) => a.url.localeCompare(b.url),
    },
  ];
}

/** For what it was sent, and by whom. */
function ofKind(): Column<RequestRow>[] {
  return [
    {
      id: 'type',
      title: t('ui_columnType'),
      width: '76px',
      from: 760,
      cell: ({ type }) => label('resource', type),
      compare: (a, b) => a.type.localeCompare(b.type),
    },
    {
      id: 'initiator',
      title: t('ui_columnInitiator'),
      width: 'minmax(90px, 0.8fr)',
      from: 1000,
      cell: ({ initiator = '' }) => <span title={initiator}>{hostOf(initiator)}</span>,
      compare: (a, b) => (a.initiator ?? '').localeCompare(b.initiator ?? ''),
    },
  ];
}

/** What it took, and when. */
function ofTransfer(): Column<RequestRow>[] {
  return [
    {
      id: 'size',
      title: t('ui_columnSize'),
      width: '62px',
      from: 860,
      cell: ({ size }) => (size === undefined ? '' : formatSize(size, language())),
      compare: (a, b) => (a.size ?? -1) - (b.size ?? -1),
    },
    {
      id: 'duration',
      title: t('ui_columnDuration'),
      width: '76px',
      from: 780,
      cell: ({ duration }) =>
        duration === undefined ? '' : t('ui_milliseconds', formatNumber(Math.round(duration))),
      compare: (a, b) => (a.duration ?? -1) - (b.duration ?? -1),
    },
    {
      id: 'time',
      title: t('ui_columnTime'),
      width: '104px',
      from: 900,
      cell: ({ startedAt }) => <MomentTime at={startedAt} exact />,
      compare: (a, b) => a.startedAt - b.startedAt,
    },
  ];
}

/** Which credentials went with it, and which came back. */
function ofCredentials(): Column<RequestRow>[] {
  return [
    {
      id: 'carried',
      title: t('ui_columnCarried'),
      width: 'minmax(120px, 1.2fr)',
      cell: ({ carried }) => chipsOf(carried),
      compare: (a, b) => a.carried.length - b.carried.length,
    },
    {
      id: 'sets',
      title: t('ui_columnSets'),
      width: 'minmax(108px, 0.9fr)',
      from: 520,
      cell: ({ set }) => chipsOf(set),
      compare: (a, b) => a.set.length - b.set.length,
    },
  ];
}
