import type { Signal } from '@preact/signals';
import { formatNumber, t } from '../words/i18n.js';

interface Props {
  rows: number;
  all: number;
  filter: Signal<string>;
}

/** How many rows a filter leaves. */
export function Shown({ rows, all, filter }: Props) {
  if (filter.value === '') return null;
  return (
    <span class="faint shown-of" role="status">
      {t('ui_shownOf', formatNumber(rows), formatNumber(all))}
    </span>
  );
}
