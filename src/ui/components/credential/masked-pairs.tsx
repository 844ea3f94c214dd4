import type { TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { MaskedPair } from '../../../messaging/views.js';
import { t } from '../../words/i18n.js';
import type { MenuGroup, Point } from '../../menu/menus.js';
import { isMenuKey } from '../../menu/menus.js';
import type { MarkedLine } from '../../lists/request-mark.js';
import { useStore } from '../../store/store-context.js';
import { showInPane } from '../../page/within-pane.js';
import { CredentialLink } from './credential-link.js';
import { Icon } from '../icon.js';
import { Section } from '../section.js';

interface Props {
  title: string;
  /** Its name among those that somebody folded. */
  fold: string;
  pairs: readonly MaskedPair[];
  marked: Omit<MarkedLine, 'list'> | undefined;
  /** What is said of those that are not there. */
  note?: string | undefined;
  /** What of one can be copied, where something can. */
  menuOf?: (at: number) => readonly MenuGroup[];
}

/** Names and masked values, each with the credentials in it; the one that is meant is marked. */
export function MaskedPairs({ title, fold, pairs, marked, note, menuOf }: Props) {
  if (pairs.length === 0 && note === undefined) return null;
  return (
    <Section title={title} fold={fold}>
      <table class="properties pairs">
        <tbody onKeyDown={moveFocus}>
          {pairs.map((pair, at) => (
            <Pair
              key={at}
              pair={pair}
              mark={marked?.at === at ? marked : undefined}
              menu={menuOf && (() => menuOf(at))}
              isFirst={at === 0}
            />
          ))}
        </tbody>
      </table>
      {note !== undefined && <p class="note">{note}</p>}
    </Section>
  );
}

interface PairProps {
  pair: MaskedPair;
  mark: { part?: number } | undefined;
  menu: (() => readonly MenuGroup[]) | undefined;
  isFirst: boolean;
}

function Pair({
  pair: { name, value, credentialIds = [], parts },
  mark,
  menu,
  isFirst,
}: PairProps) {
  const { menus } = useStore();
  const row = useRef<HTMLTableRowElement>(null);
  useLayoutEffect(() => {
    if (mark && row.current) showInPane(row.current);
  }, [mark !== undefined]);
  const open = (at: Point) => {
    if (menu) menus.open({ name: t('ui_copyAs'), groups: menu(), at });
  };
  return (
    <tr
      ref={row}
      class={mark ? 'marked' : undefined}
      aria-current={mark ? 'true' : undefined}
      onContextMenu={(event) => {
        if (!menu) return;
        event.preventDefault();
        open({ x: event.clientX, y: event.clientY });
      }}
    >
      <th scope="row">{name}</th>
      <td>
        {menu && <LineMenu name={name} isFirst={isFirst} open={open} />}
        {parts ? <Parts parts={parts} marked={mark?.part} /> : <code>{value}</code>}
        {!parts &&
          credentialIds.map((id) => (
            <div key={id}>
              <CredentialLink id={id} />
            </div>
          ))}
      </td>
    </tr>
  );
}

/** Each cookie of a Cookie header on a line of its own. */
function Parts({ parts, marked }: { parts: readonly MaskedPair[]; marked: number | undefined }) {
  return (
    <ul class="plain">
      {parts.map(({ name, value, credentialIds = [] }, at) => (
        <li key={at} class={at === marked ? 'marked-part' : undefined}>
          <code>{name === '' ? value : `${name}=${value}`}</code>{' '}
          {credentialIds.map((id) => (
            <CredentialLink key={id} id={id} />
          ))}
        </li>
      ))}
    </ul>
  );
}

interface LineMenuProps {
  name: string;
  isFirst: boolean;
  open(at: Point): void;
}

function LineMenu({ name, isFirst, open }: LineMenuProps) {
  return (
    <button
      type="button"
      class="icon-button line-menu"
      tabIndex={isFirst ? 0 : -1}
      aria-haspopup="menu"
      aria-label={t('ui_copyLineOf', name)}
      title={t('ui_copyLineOf', name)}
      onClick={({ currentTarget }) => {
        const { left, bottom } = currentTarget.getBoundingClientRect();
        open({ x: left, y: bottom });
      }}
    >
      <Icon name="copy" />
    </button>
  );
}

/** One tab stop for all lines: arrow keys go from one to the next. */
function moveFocus(event: TargetedKeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const button = event.target as HTMLElement;
  if (!button.classList.contains('line-menu')) return;
  if (isMenuKey(event)) button.click();
  else if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.line-menu')];
  if (step !== 0) buttons[buttons.indexOf(button) + step]?.focus();
  event.preventDefault();
  event.stopPropagation();
}
