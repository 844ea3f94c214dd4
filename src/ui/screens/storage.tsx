import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { StorageAreaView, StorageItemView } from '../../messaging/protocol.js';
import { CredentialLink } from '../components/credential-link.js';
import { DataGrid } from '../grid/data-grid.js';
import { FilterBox } from '../components/filter-box.js';
import { Shown } from '../components/shown.js';
import { EmptyState } from '../components/empty-state.js';
import { MaskedValue } from '../components/masked-value.js';
import { Section } from '../components/section.js';
import { SplitView } from '../components/split-view.js';
import { t, tn } from '../i18n.js';
import type { Secret } from '../revealed-values.js';
import { useStore } from '../store-context.js';
import { selectItems } from '../list-storage.js';
import { ownFirst } from '../own-areas.js';
import { areaKey, areaTitle, StorageAreas } from './storage-areas.js';
import { cookieColumns, CookieFacts, itemColumns } from './storage-columns.js';

/** What is asked for to reveal an item. */
function secretOf(
  { owner, area }: StorageAreaView,
  { id, length, preview }: StorageItemView,
): Secret {
  const version = `${length} ${preview}`;
  return area === 'cookies'
    ? { what: { cookieId: id }, version }
    : { what: { origin: owner, area, itemId: id }, version };
}

function ItemDetail({ area, item }: { area: StorageAreaView; item: StorageItemView }) {
  return (
    <div class="detail">
      <h2 class="detail-title mono">{item.key}</h2>
      <p class="note">
        {areaTitle(area.area)} · {area.owner} · {tn('ui_characters', item.length)}
      </p>
      <MaskedValue preview={item.preview} secret={secretOf(area, item)} />
      {item.cookie && <CookieFacts cookie={item.cookie} />}
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
  const isCookies = area.area === 'cookies';
  const columns = useMemo(isCookies ? cookieColumns : itemColumns, [isCookies]);
  const selected = useSignal<string | null>(null);
  const filter = store.nav.storageFilter;
  const rows = useMemo(() => selectItems(area.items, filter.value), [area.items, filter.value]);
  const item = area.items.find(({ id }) => id === selected.value);
  const select = (id: string | null) => {
    selected.value = id;
  };
  return (
    <div class="screen-column">
      <div class="bar">
        <FilterBox text={filter} name={t('ui_filterStorage')} placeholder={t('ui_filterStorage')} />
        <Shown rows={rows.length} all={area.items.length} filter={filter} />
      </div>
      {area.dropped > 0 && <div class="notice">{tn('ui_itemsDropped', area.dropped)}</div>}
      <SplitView
        main={
          <DataGrid
            name={`${areaTitle(area.area)} ${area.owner}`}
            rows={rows}
            columns={columns}
            keyOf={({ id }) => id}
            selected={item?.id ?? null}
            onSelect={select}
            onOpen={() => detail.current?.focus()}
            look={isCookies ? store.lists.cookies : store.lists.storage}
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
  const view = store.storage.value;
  if (!view) return <p class="note detail">{t('ui_loading')}</p>;
  const chosen = store.nav.area;
  const areas = ownFirst(view.areas, store.status.value?.url ?? '');
  const area = areas.find((each) => areaKey(each) === chosen.value) ?? areas[0];
  if (!area) {
    return (
      <EmptyState title={t('ui_storageEmpty')}>
        <p>{t(store.backend.isFile ? 'ui_fileStorageHint' : 'ui_storageEmptyHint')}</p>
      </EmptyState>
    );
  }
  return (
    <div class="storage">
      <StorageAreas areas={areas} current={area} chosen={chosen} />
      <AreaItems key={areaKey(area)} area={area} />
    </div>
  );
}
