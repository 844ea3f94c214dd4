import { describe, expect, it } from 'vitest';
import { Progress } from '../../../cli/inspect/progress.js';

/** What is written to a stream while two of two are done. */
function drawn(isTTY: boolean, quiet = false): string[] {
  const lines: string[] = [];
  const write = (line: string | Uint8Array) => lines.push(String(line)) > 0;
  const progress = new Progress(2, quiet, { isTTY: isTTY as true, write });
  progress.done('https://a.test/\u001B[2J');
  progress.done('https://b.test/');
  return lines.map((line) => line.replace('\r\u001B[K', ''));
}

describe('how far an inspection is', () => {
  it('is one line of a terminal, which is empty in the end', () => {
    expect(drawn(true)).toEqual([
      '░░░░░░░░░░░░░░░░░░░░ 0/2 ',
      '██████████░░░░░░░░░░ 1/2 https://a.test/ [2J',
      '',
    ]);
  });

  it('is told nowhere else', () => {
    expect(drawn(false)).toEqual([]);
    expect(drawn(true, true)).toEqual([]);
  });
});
