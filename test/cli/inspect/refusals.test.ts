import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'credtrail-inspect-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('credtrail inspect', () => {
  it.each([
    [[], /missing required argument 'URL'/],
    [['ftp://shop.test'], /"ftp:\/\/shop\.test" is no http or https address/],
    [['http://'], /is no http or https address/],
    [['a.test', 'b.test', '--format', 'json'], /several reports as json need a folder: -o FOLDER/],
    [['a.test', 'b.test', '-o', file('taken', '')], /taken: it is no folder/],
    [['a.test', '--login', join(folder, 'none.mjs')], /none\.mjs: it cannot be loaded: /],
    [
      ['a.test', '--login', file('bare.mjs', 'export const a = 1')],
      /default export is to be a func/,
    ],
    [['a.test', '--login', file('bad.mjs', 'export default (')], /bad\.mjs: it cannot be loaded: /],
    [['a.test', '--storage', file('other.json', '{}')], /other\.json: it has neither/],
    [['a.test', '--concurrency', '0'], /--concurrency .*It takes a whole number/],
    [['a.test', '--connect', 'ws://127.0.0.1:9/'], /ws:\/\/127\.0\.0\.1:9\/: no browser answers/],
  ])('says in one line what is wrong: %j', (args, message) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['dist/cli/credtrail.js', 'inspect', ...args],
      { encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
