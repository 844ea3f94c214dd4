import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { build } from 'vite';
import { READING_FILES } from '../../src/background/start/reading-files.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const MAX_CONTENT_SCRIPT = 3 * 1024;
/** Comes into one frame of each origin whose databases somebody asks for. */
const MAX_DATABASES = 10 * 1024;
/** Of what is evaluated when a worker starts, gzipped. */
const MAX_WORKER = 60 * 1024;

describe.each(['chrome', 'firefox'])('the built extension for %s', (mode) => {
  const folder = mkdtempSync(join(tmpdir(), 'credtrail-build-'));
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  beforeAll(
    () => build({ mode, logLevel: 'silent', build: { outDir: folder, emptyOutDir: true } }),
    60_000,
  );
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names a background that imports nothing, and is small', () => {
    const { background } = JSON.parse(read('manifest.json')) as {
      background: Record<string, unknown>;
    };
    const expected =
      mode === 'chrome' ? { service_worker: 'background.js' } : { scripts: ['background.js'] };
    expect(background).toEqual(expected);
    for (const file of ['background.js', ...READING_FILES.map((name) => `reading/${name}.js`)])
      expect(read(file)).not.toMatch(/\bimport\s*[("'{*]|\bfrom\s*["']\./);
    expect(gzipSync(read('background.js')).length).toBeLessThanOrEqual(MAX_WORKER);
  });

  it('has the names of the public suffix list once, and no letter that takes two bytes', () => {
    const codes = ['background.js', ...READING_FILES.map((name) => `reading/${name}.js`)].map(read);
    expect(codes.join('').split('drrformsfeedbackofficial')).toHaveLength(2);
    for (const code of codes) expect(code).toMatch(/^[\0-\x7f]*$/);
  });

  it('has small content scripts, that of every page at most 3 kB, and lets no page see its files', () => {
    const manifest: unknown = JSON.parse(read('manifest.json'));
    expect(statSync(join(folder, 'page.js')).size).toBeLessThanOrEqual(MAX_CONTENT_SCRIPT);
    expect(statSync(join(folder, 'databases.js')).size).toBeLessThanOrEqual(MAX_DATABASES);
    for (const file of ['page.js', 'databases.js'])
      expect(read(file)).not.toMatch(/\bimport\b|\bexport\b/);
    // In every frame of every page it would cost more than all else: the background puts it there.
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).not.toHaveProperty('web_accessible_resources');
  });
});
