import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { attachBeside } from '../../cli/beside.js';

const folder = mkdtempSync(join(tmpdir(), 'credtrail-beside-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HASH = '0123456789abcdef'.repeat(3).slice(0, 40);
const body = (file: string, mimeType = 'application/json') => ({ mimeType, _file: file });

function textsBeside(most: number, ...bodies: object[]): unknown[] {
  const entries = bodies.map((content) => ({ request: {}, response: { content } }));
  attachBeside(join(folder, 'visit.har'), { entries } as never, most);
  return bodies.map((content) => (content as { text?: string }).text);
}

it('reads the bodies that Playwright put beside a HAR file, and no other file', () => {
  writeFileSync(join(folder, `${HASH}.json`), '{"token":1}');
  writeFileSync(join(folder, 'private.json'), 'secret');
  const files = [
    `${HASH}.json`,
    `resources/${HASH}.json`,
    'private.json',
    '../x',
    `f${HASH.slice(1)}`,
  ];
  expect(textsBeside(100, ...files.map((file) => body(file)))).toEqual([
    '{"token":1}',
    '{"token":1}',
    undefined,
    undefined,
    undefined,
  ]);
});

it('leaves alone what is no text, what is there already, and what is too large', () => {
  const name = `${HASH}.json`;
  expect(textsBeside(100, body(name, 'image/png'))).toEqual([undefined]);
  expect(textsBeside(100, { ...body(name), text: 'own' })).toEqual(['own']);
  expect(textsBeside(3, body(name))).toEqual([undefined]);
});
