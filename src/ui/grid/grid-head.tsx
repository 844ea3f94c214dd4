import type { TargetedKeyboardEvent } from 'preact';
import { t } from '../words/i18n.js';
import type { Column } from './column.js';
import { ColumnMenu } from './column-menu.js';
import { type ListLook, resize } from './look.js';
import { nextSort } from './sort-rows.js';

/** Pixels by which a key resizes a column. */
const STEP = 12;

interface Props<Row> {
  columns: readonly Column<Row>[];
  shown: readonly Column<Row>[];
  look: ListLook;
  tracks: string;
}

/**
 * The heads of the columns: to sort by, to resize, and to choose. One tab stop; arrow keys move.
 */
export function GridHead<Row>({ columns, shown, look, tracks }: Props<Row>) {
  return (
    <div
      class="grid-head"
      role="row"
      aria-rowindex={1}
      style={{ gridTemplateColumns: tracks }}
      onKeyDown={(event) => moveFocus(event, look)}
    >
      {shown.map((column, index) => (
        <HeadCell key={column.id} column={column} look={look} isFirst={index === 0} />
      ))}
      <ColumnMenu columns={columns} look={look} />
    </div>
  );
}

interface CellProps<Row> {
  column: Column<Row>;
  look: ListLook;
  isFirst: boolean;
}

function HeadCell<Row>({ column: { id, title, compare }, look, isFirst }: CellProps<Row>) {
  const { sort } = look;
  const order = sort.value?.column === id ? sort.value : null;
  const direction = order?.descending ? 'descending' : 'ascending';
  return (
    <div role="columnheader" class="cell" aria-sort={order ? direction : 'none'}>
      <button
        type="button"
        data-column={id}
        tabIndex={isFirst ? 0 : -1}
        title={t('ui_columnHint', title)}
        onClick={() => {
          if (compare) sort.value = nextSort(sort.value, id);
        }}
      >
        {title}
      </button>
      <Handle column={id} look={look} />
    </div>
  );
}

/** The edge of a column, to be drawn; twice clicked, it goes back to where it was. */
function Handle({ column, look }: { column: string; look: ListLook }) {
  return (
    <span
      class="column-edge"
      aria-hidden="true"
      onDblClick={() => resize(look, column, null)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const left = event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0;
        resize(look, column, event.clientX - left);
      }}
    />
  );
}

/** Arrow keys go from head to head; with Shift they resize. */
function moveFocus(event: TargetedKeyboardEvent<HTMLElement>, look: ListLook): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const button = event.target as HTMLElement;
  if (step === 0 || event.altKey || !(button instanceof HTMLButtonElement)) return;
  event.preventDefault();
  event.stopPropagation();
  const { column } = button.dataset;
  if (event.shiftKey && column !== undefined) {
    const width = button.parentElement?.getBoundingClientRect().width ?? 0;
    resize(look, column, width + step * STEP);
    return;
  }
  const heads = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  heads[heads.indexOf(button) + step]?.focus();
}
