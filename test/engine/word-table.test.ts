import { describe, expect, it } from 'vitest';
import { wordTable } from '../../src/engine/word-table.js';

describe('wordTable', () => {
  it('reads words between blanks and lines', () => {
    expect([...wordTable('\n  one two\n  three\n')]).toEqual(['one', 'two', 'three']);
  });
});
