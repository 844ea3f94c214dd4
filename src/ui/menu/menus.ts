import { type ReadonlySignal, signal } from '@preact/signals';

export interface Point {
  x: number;
  y: number;
}

export interface MenuItem {
  name: string;
  /** Present where one of several is chosen. */
  checked?: boolean;
  run(): void;
}

/** Items that belong together, under a title where there is one. */
export interface MenuGroup {
  title?: string;
  items: readonly MenuItem[];
}

export interface OpenMenu {
  name: string;
  groups: readonly MenuGroup[];
  at: Point;
}

/** The one menu that may be open; a new object for each that is opened. */
export class Menus {
  readonly #now = signal<OpenMenu | null>(null);
  #before: Element | null = null;

  get now(): ReadonlySignal<OpenMenu | null> {
    return this.#now;
  }

  open(menu: OpenMenu): void {
    this.#before ??= document.activeElement;
    this.#now.value = menu.groups.some(({ items }) => items.length > 0) ? menu : null;
  }

  /** Where nothing else has the focus by then, it goes back to where it was. */
  close(): void {
    this.#now.value = null;
    if (this.#before instanceof HTMLElement) this.#before.focus();
    this.#before = null;
  }
}

/** The keys that open a context menu (ARIA practices: Shift+F10, and the key made for it). */
export function isMenuKey({ key, shiftKey }: { key: string; shiftKey: boolean }): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

/** Which of `count` items a key goes to from one; -1: the key goes nowhere. They are a ring. */
export function movedItem(key: string, from: number, count: number): number {
  if (count === 0) return -1;
  if (key === 'ArrowDown') return (from + 1) % count;
  if (key === 'ArrowUp') return (from <= 0 ? count : from) - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}

/** Where a menu of some size stands, so that all of it is seen. */
export function placed({ x, y }: Point, menu: Size, view: Size): Point {
  const fit = (at: number, size: number, room: number) =>
    Math.max(MARGIN, Math.min(at, room - size - MARGIN));
  return { x: fit(x, menu.width, view.width), y: fit(y, menu.height, view.height) };
}

interface Size {
  width: number;
  height: number;
}

const MARGIN = 4;
