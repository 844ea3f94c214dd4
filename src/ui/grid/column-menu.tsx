import { useId } from 'preact/hooks';
import { Icon } from '../components/icon.js';
import { t } from '../words/i18n.js';
import type { Column } from './column.js';
import { type ListLook, resetLook, toggleColumn } from './look.js';

interface Props<Row> {
  columns: readonly Column<Row>[];
  look: ListLook;
}

/** Which columns a list has: a button at the end of its head opens the choice. */
export function ColumnMenu<Row>({ columns, look }: Props<Row>) {
  const id = useId();
  return (
    <div class="column-menu" role="columnheader">
      <button
        type="button"
        class="icon-button"
        tabIndex={-1}
        popovertarget={id}
        aria-label={t('ui_columns')}
        title={t('ui_columns')}
      >
        <Icon name="columns" />
      </button>
      <div id={id} popover="auto" class="menu" role="group" aria-label={t('ui_columns')}>
        {columns
          .filter(({ fixed }) => !fixed)
          .map(({ id: column, title }) => (
            <label key={column}>
              <input
                type="checkbox"
                checked={!look.hidden.value.includes(column)}
                onChange={() => toggleColumn(look, column)}
              />
              {title}
            </label>
          ))}
        <button type="button" class="link" onClick={() => resetLook(look)}>
          {t('ui_columnsReset')}
        </button>
      </div>
    </div>
  );
}
