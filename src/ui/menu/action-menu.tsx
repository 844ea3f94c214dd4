import type { TargetedKeyboardEvent } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useStore } from '../store/store-context.js';
import { type MenuGroup, type Menus, movedItem, type OpenMenu, placed } from './menus.js';

const MENU_ITEM = '[role^=menuitem]';

/** The menu that was asked for, at its place. */
export function ActionMenu() {
  const { menus } = useStore();
  const open = menus.now.value;
  return open && <Menu menus={menus} open={open} />;
}

function Menu({ menus, open }: { menus: Menus; open: OpenMenu }) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const menu = element.current;
    if (!menu) return;
    const view = { width: window.innerWidth, height: window.innerHeight };
    const { x, y } = placed(open.at, menu.getBoundingClientRect(), view);
    menu.style.insetInlineStart = 'auto';
    menu.style.left = `${x}px`;
    menu.style.top = `${y}px`;
    menu.querySelector<HTMLElement>(MENU_ITEM)?.focus();
  }, [open]);
  return (
    <div
      class="menu-ground"
      onPointerDown={() => menus.close()}
      onContextMenu={(event) => event.preventDefault()}
    >
      <div
        ref={element}
        class="action-menu"
        role="menu"
        tabIndex={-1}
        aria-label={open.name}
        onPointerDown={(event) => event.stopPropagation()}
        onKeyDown={(event) => onMenuKey(event, menus)}
      >
        {open.groups.map((group, at) => (
          <Group key={at} group={group} menus={menus} />
        ))}
      </div>
    </div>
  );
}

function Group({ group: { title, items }, menus }: { group: MenuGroup; menus: Menus }) {
  const id = useId();
  if (items.length === 0) return null;
  return (
    <div role="group" aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <div id={id} class="menu-title" role="presentation">
          {title}
        </div>
      )}
      {items.map(({ name, checked, run }) => (
        <button
          key={name}
          type="button"
          role={checked === undefined ? 'menuitem' : 'menuitemradio'}
          aria-checked={checked}
          tabIndex={-1}
          onClick={() => {
            menus.close();
            run();
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

/** Nothing that is typed in a menu is for what lies under it, or for DevTools. */
function onMenuKey(event: TargetedKeyboardEvent<HTMLElement>, menus: Menus): void {
  event.stopPropagation();
  const { key, currentTarget, target } = event;
  if (key === 'Enter' || key === ' ') return;
  event.preventDefault();
  if (key === 'Escape' || key === 'Tab') return menus.close();
  const items = [...currentTarget.querySelectorAll<HTMLElement>(MENU_ITEM)];
  items[movedItem(key, items.indexOf(target as HTMLElement), items.length)]?.focus();
}
