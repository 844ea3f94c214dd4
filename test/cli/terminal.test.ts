import { describe, expect, it } from 'vitest';
import { isColoured, widthOf } from '../../cli/terminal.js';

const terminal = { isTTY: true, columns: 80 };
const pipe = { isTTY: false as unknown as true, columns: 80 };

describe('colours', () => {
  it.each([
    ['in a terminal', terminal, {}, true],
    ['not in a pipe', pipe, {}, false],
    ['not in a terminal that has none', terminal, { TERM: 'dumb' }, false],
    ['not where NO_COLOR is set', terminal, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['where NO_COLOR is empty', terminal, { NO_COLOR: '' }, true],
    ['in a pipe where they are forced', pipe, { FORCE_COLOR: '1' }, true],
    ['in a pipe where they are forced by an empty word', pipe, { FORCE_COLOR: '' }, true],
    ['not where FORCE_COLOR is 0', terminal, { FORCE_COLOR: '0' }, false],
  ])('are %s', (_, stream, env, expected) => {
    expect(isColoured(stream, env)).toBe(expected);
  });
});

describe('the width of lines', () => {
  it.each([
    [80, 80],
    [10, 40],
    [300, 100],
    [0, 100],
  ])('of a terminal of %i columns is %i', (columns, expected) => {
    expect(widthOf({ isTTY: true, columns })).toBe(expected);
  });

  it('has no end in a pipe', () => expect(widthOf(pipe)).toBeUndefined());
});
