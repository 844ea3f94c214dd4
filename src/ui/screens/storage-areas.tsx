import type { StorageAreaView } from '../../messaging/views.js';
import { formatNumber, t } from '../words/i18n.js';

const AREAS = ['cookies', 'localStorage', 'sessionStorage', 'indexedDB', 'caches'] as const;

/** Tells one area from another. */
export const areaKey = ({ area, owner }: StorageAreaView): string => `${area} ${owner}`;

/** The name of a kind of storage. */
export function areaTitle(area: StorageAreaView['area']): string {
  switch (area) {
    case 'cookies':
      return t('ui_areaCookies');
    case 'localStorage':
      return t('ui_areaLocal');
    case 'sessionStorage':
      return t('ui_areaSession');
    case 'indexedDB':
      return t('ui_areaIndexedDb');
    case 'caches':
      return t('ui_areaCaches');
  }
}

interface Props {
  areas: readonly StorageAreaView[];
  current: StorageAreaView;
  open(key: string): void;
}

/** The areas by kind, as in the browser's own Application panel. */
export function StorageAreas({ areas, current, open }: Props) {
  return (
    <nav class="sidebar" aria-label={t('ui_areas')}>
      {AREAS.map((kind) => {
        const members = areas.filter(({ area }) => area === kind);
        if (members.length === 0) return null;
        return (
          <section key={kind} aria-label={areaTitle(kind)}>
            <h3>{areaTitle(kind)}</h3>
            {members.map((area) => (
              <button
                key={areaKey(area)}
                type="button"
                aria-current={area === current}
                title={area.owner}
                onClick={() => open(areaKey(area))}
              >
                <span class="owner">{area.owner}</span>
                <span class={area.items.length === 0 ? 'count faint' : 'count'}>
                  {formatNumber(area.items.length)}
                </span>
              </button>
            ))}
          </section>
        );
      })}
    </nav>
  );
}
