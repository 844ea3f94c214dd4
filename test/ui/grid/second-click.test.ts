import { describe, expect, it } from 'vitest';
import { isSecond } from '../../../src/ui/grid/second-click.js';

const FIRST = { at: 1_000, x: 300, y: 40 };

describe('two clicks', () => {
  it.each([
    ['soon, at the same place', { at: 1_200, x: 300, y: 40 }, true],
    ['soon, a hand’s shake away', { at: 1_400, x: 303, y: 42 }, true],
    ['late', { at: 1_600, x: 300, y: 40 }, false],
    ['elsewhere', { at: 1_100, x: 340, y: 40 }, false],
  ])('are one double click, or not: %s', (_name, next, whether) => {
    expect(isSecond(FIRST, next)).toBe(whether);
  });
});
