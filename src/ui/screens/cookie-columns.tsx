import type { ComponentChildren } from 'preact';
import type { CookieView, StorageItemView } from '../../messaging/views.js';
import { MarkSign, marksOf } from '../components/credential/attribute-marks.js';
import { Expiry } from '../components/credential/countdown.js';
import { MomentTime } from '../components/recording/moment-time.js';
import type { Column } from '../grid/column.js';
import { t } from '../words/i18n.js';
import { credentialColumn, valueColumns } from './storage-columns.js';

/** The columns of the cookies: at least those of the browser's own panel. */
export function cookieColumns(): Column<StorageItemView>[] {
  const values = valueColumns().map((column) =>
    column.id === 'length' ? { ...column, from: 600 } : column,
  );
  return [...values, ...placeColumns(), ...flagColumns(), credentialColumn()];
}

const text = (of: (cookie: CookieView) => string) => (item: StorageItemView) =>
  item.cookie ? of(item.cookie) : '';

/** Where a cookie goes, and until when. */
function placeColumns(): Column<StorageItemView>[] {
  const domain = text(shownDomain);
  const path = text((cookie) => cookie.path);
  const end = ({ cookie }: StorageItemView) => cookie?.expiresAt ?? Number.MAX_VALUE;
  return [
    {
      id: 'domain',
      title: 'Domain',
      width: 'minmax(80px, 1fr)',
      from: 640,
      cell: (item, mark) => <span title={domain(item)}>{mark(domain(item))}</span>,
      compare: (a, b) => domain(a).localeCompare(domain(b)),
    },
    {
      id: 'path',
      title: 'Path',
      width: '64px',
      from: 640,
      cell: (item, mark) => <span title={path(item)}>{mark(path(item))}</span>,
      compare: (a, b) => path(a).localeCompare(path(b)),
    },
    {
      id: 'expires',
      title: t('ui_columnEnds'),
      width: '92px',
      from: 480,
      cell: ({ cookie }) => cookie && <End cookie={cookie} />,
      compare: (a, b) => end(a) - end(b),
    },
  ];
}

/** What guards a cookie: a column each from this width on, and one for all below it. */
const FLAGS_APART = 720;

function flagColumns(): Column<StorageItemView>[] {
  return [
    {
      id: 'flags',
      title: t('ui_columnFlags'),
      width: '104px',
      from: 500,
      below: FLAGS_APART,
      cell: ({ cookie }) => cookie && <Flags cookie={cookie} />,
    },
    flag('httpOnly', 'HttpOnly', 66, FLAGS_APART),
    flag('secure', 'Secure', 56, FLAGS_APART),
    {
      id: 'sameSite',
      title: 'SameSite',
      width: '68px',
      from: FLAGS_APART,
      cell: text(({ sameSite }) => sameSiteWord(sameSite)),
      compare: (a, b) => (a.cookie?.sameSite ?? '').localeCompare(b.cookie?.sameSite ?? ''),
    },
    {
      id: 'partition',
      title: 'Partition',
      width: '90px',
      from: 980,
      cell: text(({ partition }) => partition ?? ''),
      compare: (a, b) => (a.cookie?.partition ?? '').localeCompare(b.cookie?.partition ?? ''),
    },
  ];
}

function flag(
  id: 'httpOnly' | 'secure',
  title: string,
  width: number,
  from: number,
): Column<StorageItemView> {
  return {
    id,
    title,
    width: `${width}px`,
    from,
    cell: text((cookie) => setWord(cookie[id])),
    compare: (a, b) => Number(a.cookie?.[id]) - Number(b.cookie?.[id]),
  };
}

function Flags({ cookie }: { cookie: CookieView }) {
  const partitioned = cookie.partition !== null;
  return (
    <span class="marks">
      {marksOf({ ...cookie, partitioned }).map((mark) => (
        <MarkSign key={mark.name} {...mark} />
      ))}
    </span>
  );
}

/** With a dot before what goes to subdomains as well, as browsers write it. */
function shownDomain({ domain, hostOnly }: CookieView): string {
  return hostOnly ? domain : `.${domain}`;
}

function setWord(isSet: boolean | null): string {
  if (isSet === null) return '?';
  return isSet ? '✓' : '';
}

function sameSiteWord(sameSite: CookieView['sameSite']): string {
  if (sameSite === null) return '?';
  return sameSite === 'unset' ? '' : `${sameSite[0]?.toUpperCase()}${sameSite.slice(1)}`;
}

function End({ cookie: { expiresAt } }: { cookie: CookieView }) {
  const iso = expiresAt === null ? null : new Date(expiresAt).toISOString();
  return <Expiry expires={iso ?? 'session'} expiresAt={iso} />;
}

/** All attributes of a cookie. */
export function CookieFacts({ cookie }: { cookie: CookieView }) {
  const { path, expiresAt, httpOnly, secure, sameSite, partition } = cookie;
  const yesNo = (isSet: boolean | null) =>
    isSet === null ? t('ui_notKnown') : isSet ? t('ui_yes') : t('ui_no');
  const facts: [name: string, value: ComponentChildren][] = [
    ['Domain', shownDomain(cookie)],
    ['Path', path],
    [
      t('ui_columnEnds'),
      expiresAt === null ? t('ui_endsSessionHint') : <MomentTime key="end" at={expiresAt} />,
    ],
    ['HttpOnly', yesNo(httpOnly)],
    ['Secure', yesNo(secure)],
    ['SameSite', sameSiteWord(sameSite) || t('ui_notSet')],
    ...(partition === null ? [] : [['Partition', partition] as [string, string]]),
  ];
  return (
    <table class="properties">
      <tbody>
        {facts.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
