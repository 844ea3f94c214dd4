import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchExtension } from '../../support/extension.js';
import { foundIn } from '../../support/heap.js';
import { HOST_RULES, type Lab, startLab, until } from '../capture/lab.js';
import { PASSWORDS, PLANTED, PLANTED_SITE, plantedAddress } from './planted.js';

/** What a browser keeps of a page by itself: cookies, storage, history and cache. */
const OF_THE_BROWSER = [
  'cookie',
  'httpOnlyCookie',
  'query',
  'fragment',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'inQuery',
];

/** All files of a browser's profile, searched after it has ended, when all is written. */
describe('the disk, after a site with secrets was recorded', () => {
  let lab: Lab;
  let onDisk: Map<string, string[]>;

  beforeAll(async () => {
    lab = await startLab(PLANTED_SITE);
    const extension = await launchExtension({ hostRules: HOST_RULES });
    try {
      await extension.worker();
      const page = await extension.browser.newPage();
      await page.goto(lab.at('disk.test'));
      const tabId = await extension.tabIdOf(page);
      await extension.openPanel(page);
      await page.goto(plantedAddress(lab.at('disk.test')));
      await page.waitForFunction(() => document.title === 'ready');
      await page.click('button');
      await until(
        () => extension.ask<'getReport'>({ type: 'getReport', tabId }),
        ({ credentials }) => credentials.length >= 8,
      );
      await extension.killWorker();
      await extension.ask<'getReport'>({ type: 'getReport', tabId });
      const switches = extension.browser.process()?.spawnargs ?? [];
      const profile = switches.find((one) => one.startsWith('--user-data-dir='))!.split('=')[1]!;
      await extension.browser.close();
      onDisk = secretsIn(profile);
    } finally {
      await extension.close();
    }
  });
  afterAll(() => lab.close());

  const found = (isOwn: (file: string) => boolean) => [
    ...new Set([...onDisk].filter(([file]) => isOwn(file)).flatMap(([, names]) => names)),
  ];

  it('has what the browser itself keeps, so that the search can be believed', () => {
    expect(found(() => true)).toEqual(expect.arrayContaining(['fragment', 'localStorage']));
  });

  it('has nothing that only the extension has seen', () => {
    expect(found(() => true).filter((name) => !OF_THE_BROWSER.includes(name))).toEqual([]);
  });

  it('has no secret at all among the files of extensions', () => {
    expect(found((file) => /extension/i.test(file))).toEqual([]);
  });
});

function secretsIn(folder: string): Map<string, string[]> {
  const secrets = { ...PLANTED, ...PASSWORDS };
  const found = new Map<string, string[]>();
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    const bytes = readFileSync(path);
    // Some are written in two bytes for each character.
    const text = bytes.toString('latin1') + bytes.toString('utf16le');
    const names = foundIn(text, secrets);
    if (names.length > 0) found.set(path.slice(folder.length), names);
  }
  return found;
}
