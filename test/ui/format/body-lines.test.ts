import { describe, expect, it } from 'vitest';
import type { BodyView } from '../../../src/messaging/views.js';
import { bodyLines, linesWith } from '../../../src/ui/format/body-lines.js';

const token = { text: 'eyJh…(612)', credentialId: 'c1' };
const read = (view: BodyView) =>
  bodyLines(view).lines.map(
    ({ depth, parts }) => `${depth} ${parts.map(({ text }) => text).join('|')}`,
  );

describe('bodyLines', () => {
  it('are those of the text, a token in its place', () => {
    const parts = [{ text: 'one\r\ntwo ' }, token, { text: ' rest\n\nlast' }];
    expect(read({ parts, left: 0 })).toEqual(['0 one', '0 two |eyJh…(612)| rest', '0 ', '0 last']);
  });

  it('are those of the members', () => {
    const leaf = { text: '"eyJh…"', credentialIds: ['c1'] };
    const members = [{ name: 'a', node: leaf }];
    const content = { brackets: '{}', quoted: false, members, left: 2 } as const;
    expect(read({ content })).toEqual(['0 {|', '1 "a": |"eyJh…"|,', '1 …|', '0 }|']);
    expect(bodyLines({ content }).lines[2]).toMatchObject({ left: 2 });
  });

  it('are so many as a page can draw', () => {
    const { lines, more } = bodyLines({ parts: [{ text: '\n'.repeat(9_999) }], left: 0 });
    expect([lines.length, more]).toEqual([5_000, 5_000]);
  });
});

describe('linesWith', () => {
  const { lines } = bodyLines({ parts: [{ text: 'One\ntwo\nONE two' }], left: 0 });

  it.each([
    ['one', [0, 2]],
    ['TWO', [1, 2]],
    ['three', []],
    ['', []],
  ])('%s', (wanted, found) => {
    expect(linesWith(lines, wanted)).toEqual(found);
  });
});
