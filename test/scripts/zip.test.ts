import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { filesBelow, sha256, zipOf } from '../../scripts/zip.js';

const FILES = {
  'manifest.json': '{"name":"x"}',
  'popup/popup.html': '<p>',
  'Zeta.js': 'z',
  'a.js': 'a'.repeat(1000),
};

function folderOf(names: readonly string[], at: Date): string {
  const folder = mkdtempSync(join(tmpdir(), 'credtrail-zip-'));
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), FILES[name as keyof typeof FILES]);
    utimesSync(join(folder, name), at, at);
  }
  return folder;
}

describe('a zip for a store', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
    vi.unstubAllEnvs();
  });

  it('has the same bytes whenever, wherever and in which order its files were written', () => {
    const names = Object.keys(FILES);
    const sums = ['UTC', 'Asia/Seoul', 'America/St_Johns'].map((zone, index) => {
      vi.stubEnv('TZ', zone);
      const order = index === 1 ? names.toReversed() : names;
      const folder = folderOf(order, new Date(2020 + index, index, 3));
      folders.push(folder);
      return sha256(zipOf(folder, index === 2 ? names.toReversed() : filesBelow(folder)));
    });
    expect(new Set(sums).size).toBe(1);
  });

  it('holds every file, with `/` between folders and no folder of its own', () => {
    const folder = folderOf(Object.keys(FILES), new Date());
    folders.push(folder);
    const unzipped = unzipSync(zipOf(folder, filesBelow(folder)));
    const held = Object.entries(unzipped).map(([name, bytes]) => [name, strFromU8(bytes)]);
    expect(Object.fromEntries(held)).toEqual(FILES);
  });
});
