import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { StorageAreaView, StorageItemView } from '../../messaging/protocol.js';
import { CredentialChips } from '../components/credential-chips.js';
import { CredentialLink } from '../components/credential-link.js';
import type { Column } from '../grid/column.js';
import { DataGrid } from '../grid/data-grid.js';
import { EmptyState } from '../components/empty-state.js';
import { MaskedValue } from '../components/masked-value.js';
import { Section } from '../components/section.js';
import { SplitView } from '../components/split-view.js';
import { formatNumber, t, tn } from '../i18n.js';
import type { Secret } from '../revealed-values.js';
import { useStore } from '../store-context.js';
import { areaKey, areaTitle, StorageAreas } from './storage-areas.js';

function columnsOf(): Column<StorageItemView>[] {
  return [
    {
      id: 'key',
      title: t('ui_columnKey'),
      width: 'minmax(90px, 1.2fr)',
      cell: ({ key }) => <span title={key}>{key}</span>,
      compare: (a, b) => a.key.localeCompare(b.key),
    },
    {
      id: 'preview',
      title: t('ui_columnValue'),
      width: 'minmax(90px, 1.5fr)',
      cell: ({ preview }) => preview,
    },
    {
      id: 'length',
      title: t('ui_columnLength'),
      width: '70px',
      from: 360,
      cell: ({ length }) => formatNumber(length),
      compare: (a, b) => a.length - b.length,
    },
    {
      id: 'credential',
      title: t('ui_columnCredential'),
      width: 'minmax(100px, 1fr)',
      from: 420,
      cell: ({ credentialIds }) => <CredentialChips ids={credentialIds} />,
      compare: (a, b) => b.credentialIds.length - a.credentialIds.length,
    },
  ];
}

/** What is asked for to reveal an item: a cookie only as the credential that it is. */
function secretOf({ owner, area }: StorageAreaView, item: StorageItemView): Secret | null {
  const version = `${item.length} ${item.preview}`;
  if (area !== 'cookies') return { what: { origin: owner, area, itemId: item.id }, version };
  const credentialId = item.credentialIds[0];
  return credentialId === undefined ? null : { what: { credentialId }, version };
}

function ItemDetail({ area, item }: { area: StorageAreaView; item: StorageItemView }) {
  const secret = secretOf(area, item);
  return (
    <div class="detail">
      <h2 class="detail-title mono">{item.key}</h2>
      <p class="note">
        {areaTitle(area.area)} · {area.owner} · {tn('ui_characters', item.length)}
      </p>
      {secret ? (
        <MaskedValue preview={item.preview} secret={secret} />
      ) : (
        <code>{item.preview}</code>
      )}
      {item.credentialIds.length > 0 && (
        <Section title={t('ui_credentialsInside')}>
          <ul class="plain">
            {item.credentialIds.map((id) => (
              <li key={id}>
                <CredentialLink id={id} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

/** The items of one area. */
function AreaItems({ area }: { area: StorageAreaView }) {
  const store = useStore();
  const detail = useRef<HTMLElement>(null);
  const columns = useMemo(columnsOf, []);
  const selected = useSignal<string | null>(null);
  const item = area.items.find(({ id }) => id === selected.value);
  const select = (id: string | null) => {
    selected.value = id;
  };
  return (
    <div class="screen-column">
      {area.dropped > 0 && <div class="notice">{tn('ui_itemsDropped', area.dropped)}</div>}
      <SplitView
        main={
          <DataGrid
            name={`${areaTitle(area.area)} ${area.owner}`}
            rows={area.items}
            columns={columns}
            keyOf={({ id }) => id}
            selected={item?.id ?? null}
            onSelect={select}
            onOpen={() => detail.current?.focus()}
            look={store.lists.storage}
          />
        }
        detail={item ? <ItemDetail key={item.id} area={area} item={item} /> : null}
        detailName={t('ui_itemDetail')}
        detailRef={detail}
        onClose={() => select(null)}
      />
    </div>
  );
}

/** What the browser keeps for the tab's hosts and origins. */
export function Storage() {
  const store = useStore();
  const chosen = useSignal<string | null>(null);
  const view = store.storage.value;
  if (!view) return <p class="note detail">{t('ui_loading')}</p>;
  const area = view.areas.find((each) => areaKey(each) === chosen.value) ?? view.areas[0];
  if (!area) {
    return (
      <EmptyState title={t('ui_storageEmpty')}>
        <p>{t('ui_storageEmptyHint')}</p>
      </EmptyState>
    );
  }
  return (
    <div class="storage">
      <StorageAreas areas={view.areas} current={area} chosen={chosen} />
      <AreaItems key={areaKey(area)} area={area} />
    </div>
  );
}
