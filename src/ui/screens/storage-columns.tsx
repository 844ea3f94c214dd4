import type { StorageItemView } from '../../messaging/views.js';
import { CredentialChips } from '../components/credential/credential-chips.js';
import type { Column } from '../grid/column.js';
import { formatNumber, t } from '../words/i18n.js';

/** The columns of an area of web storage. */
export function itemColumns(): Column<StorageItemView>[] {
  return [...valueColumns(), credentialColumn()];
}

/**
 * The columns of IndexedDB: where there is little room, a key stays whole and its store does not.
 */
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

/**
 * `database/store/` and the key; names with a stroke in them are parted elsewhere, and stay whole.
 */
function partsOfName(name: string): [store: string, key: string] {
  const store = /^[^/]*\/[^/]*\//.exec(name)?.[0] ?? '';
  return [store, name.slice(store.length)];
}

/** The one column of what is only known by name. */
export function nameColumns(): Column<StorageItemView>[] {
  return valueColumns().filter(({ id }) => id === 'key');
}

/** What every entry has. */
export function valueColumns(): Column<StorageItemView>[] {
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

/** What an entry holds that identifies somebody. */
export function credentialColumn(): Column<StorageItemView> {
  return {
    id: 'credential',
    title: t('ui_columnCredential'),
    width: 'minmax(90px, 1fr)',
    from: 300,
    cell: ({ credentialIds }) => <CredentialChips ids={credentialIds} />,
    compare: (a, b) => b.credentialIds.length - a.credentialIds.length,
  };
}
