import type { Signal } from '@preact/signals';
import { formatNumber, t } from '../i18n.js';

interface Props {
  rows: number;
  all: number;
  filter: Signal<string>;
}

/** How many rows a filter leaves; where it leaves none, the way back. */
export function Shown({ rows, all, filter }: Props) {
  if (filter.value === '') return null;
  return (
    <span class="faint" role="status">
      {t('ui_shownOf', formatNumber(rows), formatNumber(all))}
      {rows === 0 && ' '}
      {rows === 0 && (
        <button
          type="button"
          class="link"
          onClick={() => {
            filter.value = '';
          }}
        >
          {t('ui_filterClear')}
        </button>
      )}
    </span>
  );
}
