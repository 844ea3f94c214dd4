import { describe, expect, it } from 'vitest';
import { isMenuKey, movedItem, placed } from '../../../src/ui/menu/menus.js';

describe('a menu', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 2, 0],
    ['ArrowUp', 0, 2],
    ['ArrowUp', -1, 2],
    ['ArrowUp', 2, 1],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['x', 1, -1],
  ])('%s goes from item %i to %i of three', (key, from, to) => {
    expect(movedItem(key, from, 3)).toBe(to);
  });

  it('has nowhere to go without items', () => {
    expect(movedItem('ArrowDown', -1, 0)).toBe(-1);
  });

  it.each([
    ['F10', true, true],
    ['F10', false, false],
    ['ContextMenu', false, true],
    ['Enter', true, false],
  ])('%s (Shift: %s) asks for one: %s', (key, shiftKey, asks) => {
    expect(isMenuKey({ key, shiftKey })).toBe(asks);
  });

  it('stands where all of it is seen, from its beginning where it is too large', () => {
    const view = { width: 800, height: 400 };
    const menu = { width: 200, height: 300 };
    expect(placed({ x: 10, y: 20 }, menu, view)).toEqual({ x: 10, y: 20 });
    expect(placed({ x: 790, y: 390 }, menu, view)).toEqual({ x: 596, y: 96 });
    expect(placed({ x: 0, y: 90 }, { width: 900, height: 900 }, view)).toEqual({ x: 4, y: 4 });
  });
});
