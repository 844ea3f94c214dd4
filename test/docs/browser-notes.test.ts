import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync('docs/browser-notes.md', 'utf8');
const table = page.slice(
  page.indexOf('## Firefox and Chromium'),
  page.indexOf('## Private windows'),
);
const places = [...table.matchAll(/`([\w-]+\/[\w./-]+\.ts)`/g)]
  .map(([, path]) => path!)
  .filter((path) => !path.startsWith('test/'));

/** What ships, and what builds it; the engine's words on browsers are advice to readers. */
const FOLDERS = [
  'src/background',
  'src/capture',
  'src/messaging',
  'src/recording',
  'src/ui',
  'devtools',
  'popup',
];
const sources = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);
const naming = (words: RegExp) => sources.filter((file) => words.test(readFileSync(file, 'utf8')));

describe('the differences between the browsers', () => {
  it('are told with places that are there', () => {
    expect(places.length).toBeGreaterThan(10);
    expect(places.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('stand in no other place', () => {
    expect(naming(/Firefox/).filter((file) => !places.includes(file))).toEqual([]);
  });

  it('are decided by the browser’s name once', () => {
    expect(naming(/moz-extension:|userAgent/)).toEqual(['src/capture/which-browser.ts']);
  });
});
