import type { ComponentChildren } from 'preact';
import type { CookieView, StorageItemView } from '../../messaging/protocol.js';
import { CredentialChips } from '../components/credential-chips.js';
import { Expiry } from '../components/countdown.js';
import type { Column } from '../grid/column.js';
import { formatNumber, t } from '../i18n.js';
import { MomentTime } from '../components/moment-time.js';

/** The columns of an area of web storage. */
export function itemColumns(): Column<StorageItemView>[] {
  return [...valueColumns(), credentialColumn()];
}

/** The columns of IndexedDB: where there is little room, a key stays whole and its store does not. */
export function recordColumns(): Column<StorageItemView>[] {
  const cell: Column<StorageItemView>['cell'] = ({ key }, mark) => {
    const [store, own] = partsOfName(key);
    return (
      <span class="record-name" title={key}>
        <span>{mark(store)}</span>
        <span>{mark(own)}</span>
      </span>
    );
  };
  return itemColumns().map((column) => {
    if (column.id === 'key') return { ...column, width: 'minmax(120px, 3fr)', cell };
    return column.id === 'preview' ? { ...column, from: 420 } : column;
  });
}

/** `database/store/` and the key; names with a stroke in them are parted elsewhere, and stay whole. */
function partsOfName(name: string): [store: string, key: string] {
  const store = /^[^/]*\/[^/]*\//.exec(name)?.[0] ?? '';
  return [store, name.slice(store.length)];
}

/** The one column of what is only known by name. */
export function nameColumns(): Column<StorageItemView>[] {
  return valueColumns().filter(({ id }) => id === 'key');
}

/** The columns of the cookies: at least those of the browser's own panel. */
export function cookieColumns(): Column<StorageItemView>[] {
  return [...valueColumns(), ...placeColumns(), ...flagColumns(), credentialColumn()];
}

function valueColumns(): Column<StorageItemView>[] {
  return [
    {
      id: 'key',
      title: t('ui_columnKey'),
      fixed: true,
      width: 'minmax(90px, 1.2fr)',
      cell: ({ key }, mark) => <span title={key}>{mark(key)}</span>,
      compare: (a, b) => a.key.localeCompare(b.key),
    },
    {
      id: 'preview',
      title: t('ui_columnValue'),
      width: 'minmax(80px, 1.2fr)',
      cell: ({ preview }, mark) => mark(preview),
    },
    {
      id: 'length',
      title: t('ui_columnLength'),
      width: '62px',
      from: 360,
      cell: ({ length }) => formatNumber(length),
      compare: (a, b) => a.length - b.length,
    },
  ];
}

function credentialColumn(): Column<StorageItemView> {
  return {
    id: 'credential',
    title: t('ui_columnCredential'),
    width: 'minmax(90px, 1fr)',
    from: 300,
    cell: ({ credentialIds }) => <CredentialChips ids={credentialIds} />,
    compare: (a, b) => b.credentialIds.length - a.credentialIds.length,
  };
}

const text = (of: (cookie: CookieView) => string) => (item: StorageItemView) =>
  item.cookie ? of(item.cookie) : '';

/** Where a cookie goes, and until when. */
function placeColumns(): Column<StorageItemView>[] {
  const domain = text(domainOf);
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
      from: 560,
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

function flagColumns(): Column<StorageItemView>[] {
  return [
    flag('httpOnly', 'HttpOnly', 66, 720),
    flag('secure', 'Secure', 56, 720),
    {
      id: 'sameSite',
      title: 'SameSite',
      width: '68px',
      from: 720,
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

/** With a dot before what goes to subdomains as well, as browsers write it. */
function domainOf({ domain, hostOnly }: CookieView): string {
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
    ['Domain', domainOf(cookie)],
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
