import { useMemo, useRef } from 'preact/hooks';
import type { StorageAreaView, StorageItemView } from '../../messaging/views.js';
import type { Backend } from '../backend/backend.js';
import { DataGrid } from '../grid/data-grid.js';
import { EmptyScreen } from '../components/verdict/site-state.js';
import { EntryForm } from '../components/storage/entry-form.js';
import { FilterBox } from '../components/filter-box.js';
import { Loading } from '../components/loading.js';
import { NothingMatches } from '../components/nothing-matches.js';
import { Shown } from '../components/shown.js';
import { SplitView } from '../components/split-view.js';
import { type MessageKey, t, tn } from '../words/i18n.js';
import { selectItems } from '../lists/list-storage.js';
import { firstShown, ownFirst, pageOf } from '../lists/own-areas.js';
import { useStore } from '../store/store-context.js';
import { entryName, isChangeable } from '../store/stored-names.js';
import { areaKey, areaTitle, StorageAreas } from './storage-areas.js';
import { notChangeable, StorageButtons } from './storage-buttons.js';
import { cookieColumns } from './cookie-columns.js';
import { itemColumns, nameColumns, recordColumns } from './storage-columns.js';
import { StoredItem } from './stored-item.js';

const COLUMNS = { cookies: cookieColumns, caches: nameColumns, indexedDB: recordColumns };

type Special = keyof typeof COLUMNS;

/** The items of one area. */
function AreaItems({ area }: { area: StorageAreaView }) {
  const { nav, stored } = useStore();
  const { item, select, edit, remove, editing, focusList, split } = useArea(area);
  const detail = useRef<HTMLElement>(null);
  const filter = nav.stored.filter;
  const rows = useMemo(() => selectItems(area.items, filter.value), [area.items, filter.value]);
  const form = editing && <EntryForm key={areaKey(area)} editing={editing} onDone={focusList} />;
  const facts = item ? <StoredItem key={item.id} area={area} item={item} /> : null;
  const open = edit ?? (() => detail.current?.focus());
  return (
    <div class="screen-column" ref={split}>
      <div class="bar list-bar">
        <FilterBox text={filter} name={t('ui_filterStorage')} placeholder={t('ui_filterStorage')} />
        <Shown rows={rows.length} all={area.items.length} filter={filter} />
        <StorageButtons area={area} item={item} edit={edit} remove={remove} />
      </div>
      <AreaNotes area={area} />
      <SplitView
        main={<ItemList {...{ area, rows, item, select, open, remove }} />}
        detail={form ?? facts}
        detailName={t('ui_itemDetail')}
        detailRef={detail}
        onClose={() => {
          stored.cancel();
          select(null);
        }}
      />
    </div>
  );
}

/** What is not among the items, and where there are none. */
function AreaNotes({ area }: { area: StorageAreaView }) {
  return (
    <>
      {area.dropped > 0 && <div class="notice">{tn('ui_itemsDropped', area.dropped)}</div>}
      {area.area === 'caches' && <div class="notice quiet">{t('ui_cacheNamesOnly')}</div>}
      {area.items.length === 0 && <p class="note area-empty">{t('ui_areaEmpty')}</p>}
    </>
  );
}

interface ItemListProps {
  area: StorageAreaView;
  rows: readonly StorageItemView[];
  item: StorageItemView | null;
  select(id: string | null): void;
  open(): void;
  remove: (() => void) | undefined;
}

function ItemList({ area, rows, item, select, open, remove }: ItemListProps) {
  const { nav, lists } = useStore();
  const kind = area.area;
  const columns = useMemo(kind in COLUMNS ? COLUMNS[kind as Special] : itemColumns, [kind]);
  return (
    <DataGrid
      name={`${areaTitle(kind)} ${area.owner}`}
      rows={rows}
      columns={columns}
      keyOf={({ id }) => id}
      selected={item?.id ?? null}
      onSelect={select}
      onOpen={open}
      {...(area.items.length > 0 && {
        whenEmpty: <NothingMatches clear={() => (nav.stored.filter.value = '')} />,
      })}
      {...(remove && { onDelete: remove })}
      look={kind === 'cookies' ? lists.cookies : lists.storage}
    />
  );
}

/** What is selected in an area, and what may be done to it. */
function useArea(area: StorageAreaView) {
  const { nav, stored, status, backend } = useStore();
  const split = useRef<HTMLDivElement>(null);
  const key = areaKey(area);
  const selected = nav.stored.items.value.get(key);
  const item = area.items.find(({ id }) => id === selected) ?? null;
  const editing = stored.editing.value?.area === key ? stored.editing.value : null;
  const what = item && entryName(area, item);
  const mayChange =
    what !== null && isChangeable(area) && !backend.isFile && !notChangeable(status.value);
  const select = (id: string | null) => {
    stored.cancel();
    nav.stored.select(key, id);
  };
  const focusList = () => split.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  const edit = mayChange ? () => void stored.edit(key, what) : undefined;
  const remove = mayChange
    ? () => {
        const next = area.items[area.items.indexOf(item as never) + 1];
        select(next?.id ?? null);
        void stored.remove(what, item?.key ?? '');
      }
    : undefined;
  return { item, select, edit, remove, editing, focusList, split };
}

function emptyHint({ isFile, holds }: Backend): MessageKey {
  if (holds === 'report') return 'ui_reportStorageHint';
  return isFile ? 'ui_fileStorageHint' : 'ui_storageEmptyHint';
}

/** What the browser keeps for the tab's hosts and origins. */
export function Storage() {
  const store = useStore();
  const view = store.storage.value;
  if (!view) return <Loading />;
  const { stored } = store.nav;
  const { status, front } = store;
  const page = status.value ? pageOf(front.name.value, status.value) : '';
  const areas = ownFirst(view.areas, page);
  const area = areas.find((each) => areaKey(each) === stored.area.value) ?? firstShown(areas);
  if (!area) {
    return <EmptyScreen title={t('ui_storageEmpty')} hint={t(emptyHint(store.backend))} />;
  }
  return (
    <div class="storage">
      <StorageAreas areas={areas} current={area} open={(key) => stored.openArea(key)} />
      <AreaItems key={areaKey(area)} area={area} />
    </div>
  );
}
