import { useRef } from 'preact/hooks';
import type { ReportComparison } from '../../engine/report/report-site.js';
import { label, t } from '../words/i18n.js';
import { requestName } from '../format/request-name.js';
import { useRoving } from '../page/roving.js';
import { useStore } from '../store/store-context.js';

const COLUMNS = ['session', 'token', 'cookie'] as const;
type Column = (typeof COLUMNS)[number];

const TITLES = {
  session: 'ui_columnSession',
  token: 'ui_columnToken',
  cookie: 'ui_columnCookie',
} as const;

/** A sign alone on a line would belong to nothing. */
const NO_BREAK = '\u00A0';

/**
 * Session, token and cookie side by side, as far as seen on this site; each cell leads to what it
 * was read from.
 */
export function ComparisonTable({ rows }: { rows: readonly ReportComparison[] }) {
  const table = useRef<HTMLDivElement>(null);
  const roving = useRoving(table, '.evidence-link');
  const unseen = COLUMNS.filter((column) => isUnseen(rows, column));
  const seen = COLUMNS.filter((column) => !unseen.includes(column));
  return (
    <section aria-label={t('ui_comparison')}>
      <h3>{t('ui_comparison')}</h3>
      <div ref={table} class="comparison" {...roving}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('ui_aspect')}</th>
              {seen.map((column) => (
                <th key={column} scope="col">
                  {t(TITLES[column])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.aspect} row={row} columns={seen} />
            ))}
          </tbody>
        </table>
      </div>
      {unseen.map((column) => (
        <p key={column} class="note">
          {rows[0]?.[column]}
        </p>
      ))}
    </section>
  );
}

/** Nothing of that kind was seen, as each of its cells says. */
function isUnseen(rows: readonly ReportComparison[], column: Column): boolean {
  return rows.every((row) => row.evidence[column] === null && row[column] === rows[0]?.[column]);
}

/** The cookie is the session's, and of this there is nothing more to say. */
function saysTheSame({ session, cookie }: ReportComparison, column: Column): boolean {
  return column === 'cookie' && cookie === session;
}

function Row({ row, columns }: { row: ReportComparison; columns: readonly Column[] }) {
  return (
    <tr>
      <th scope="row">{label('aspect', row.aspect)}</th>
      {columns.map((column) => (
        <td key={column} data-column={t(TITLES[column])}>
          {saysTheSame(row, column) ? <span class="faint">{t('ui_asSession')}</span> : row[column]}
          {NO_BREAK}
          <Evidence of={row.evidence[column]} />
        </td>
      ))}
    </tr>
  );
}

/**
 * Opens the request in which a cell's content can be seen, or else the credential that it speaks
 * of.
 */
function Evidence({ of }: { of: ReportComparison['evidence'][Column] }) {
  const store = useStore();
  if (!of) return null;
  const { credentialId, exchange } = of;
  const name = exchange
    ? requestName(exchange)
    : (store.credentials.value.get(credentialId)?.name ?? credentialId);
  return (
    <button
      type="button"
      class="evidence-link"
      title={t('ui_seenIn', name)}
      aria-label={t('ui_seenIn', name)}
      onClick={() =>
        exchange
          ? store.nav.openRequest(exchange.id, { credentialId, side: null })
          : store.nav.openCredential(credentialId)
      }
    >
      <span aria-hidden="true">↗</span>
    </button>
  );
}
