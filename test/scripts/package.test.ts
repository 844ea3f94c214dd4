import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { NOTICES } from '../../scripts/third-party.js';
import { filesBelow, sha256, zipOf } from '../../scripts/zip.js';
import { THOROUGH } from '../support/thorough.js';

describe.each(['chrome', 'firefox'])('what is packed for %s', THOROUGH, (mode) => {
  const folders = ['one', 'another'].map((name) => mkdtempSync(join(tmpdir(), `${name}-`)));
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it('is built twice with the same bytes, and holds the licences of others', async () => {
    for (const outDir of folders)
      await build({ mode, logLevel: 'silent', build: { outDir, emptyOutDir: true } });
    const files = folders.map((folder) => filesBelow(folder).toSorted());
    expect(files[0]).toEqual(files[1]);
    expect(files[0]).toEqual(expect.arrayContaining(['manifest.json', NOTICES]));
    const [one, another] = folders.map((folder) => sha256(zipOf(folder, filesBelow(folder))));
    expect(one).toBe(another);
  });
});
