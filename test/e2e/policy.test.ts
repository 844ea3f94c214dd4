import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shown } from '../../browser/shown.js';
import { findBrowser } from '../../scripts/ensure-browser.mjs';
import type { ExtensionBrowser } from '../support/extension.js';
import { launchExtension } from '../support/extension.js';

/** Where a browser on Linux reads what an organisation set. */
const FOLDERS: readonly (readonly [executable: RegExp, folder: string])[] = [
  [/google-chrome|\/opt\/google\//, '/etc/opt/chrome/policies/managed'],
  [/chromium/, '/etc/chromium/policies/managed'],
];

const POLICY = {
  capture: 'allowed',
  sites: ['allowed.test'],
  preserveLog: false,
  theme: 'dark',
  thresholds: { hstsMaxAge: 60 },
  disabledRules: ['hsts-missing'],
  ownNames: [{ name: 'app_*', role: 'session' }],
  firstRunPage: false,
};

/** Chromium's id of an extension that is loaded from a folder. */
function idOf(folder: string): string {
  const digest = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 32);
  return digest.replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/** Writes the policy for this build alone; says why where it cannot. */
async function place(id: string): Promise<{ path: string } | { why: string }> {
  const executable = (await findBrowser()) ?? '';
  const folder = FOLDERS.find(([pattern]) => pattern.test(executable))?.[1];
  if (folder === undefined) return { why: `it is not known where ${executable} reads policies` };
  const path = join(folder, `credtrail-test-${id}.json`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(path, JSON.stringify({ '3rdparty': { extensions: { [id]: POLICY } } }));
    return { path };
  } catch (error) {
    return { why: `no policy can be placed in ${folder}: ${String(error)}` };
  }
}

describe("an organisation's policy", () => {
  let id: string;
  let folder: string;
  let placed: Awaited<ReturnType<typeof place>>;
  let extension: ExtensionBrowser | undefined;

  beforeAll(async () => {
    // Under an id of its own: the policy is read by every browser of this machine, those of other
    // tests too.
    folder = await realpath(await mkdtemp(join(tmpdir(), 'credtrail-policy-')));
    await cp('dist/chrome', folder, { recursive: true });
    id = idOf(folder);
    placed = await place(id);
    if ('why' in placed) return;
    extension = await launchExtension({ extension: folder });
    await extension.worker();
  });
  afterAll(async () => {
    await extension?.close();
    if ('path' in placed) await rm(placed.path, { force: true });
    await rm(folder, { recursive: true, force: true });
  });

  it('counts before what a user chooses, and the screen says whose word it is', async (test) => {
    if ('why' in placed || !extension) {
      test.skip('why' in placed ? placed.why : 'no browser');
      return;
    }
    expect(extension.id).toBe(id);
    const own = extension;
    const chosen = () => own.ask<'getOptions'>({ type: 'getOptions' });
    // The browser reads it when it knows the schema: some time after the extension has begun.
    await expect
      .poll(async () => (await chosen()).options, { timeout: 20_000 })
      .toMatchObject({
        capture: 'allowed',
        sites: ['allowed.test'],
        preserveLog: false,
        theme: 'dark',
      });
    expect((await chosen()).unreadable).toEqual([]);
    const tried = await extension.ask<'setOptions'>({
      type: 'setOptions',
      options: { capture: 'all', keptMegabytes: 2 },
    });
    expect(tried.options).toMatchObject({ capture: 'allowed', keptMegabytes: 2 });
    expect(await extension.ask<'getSettings'>({ type: 'getSettings' })).toMatchObject({
      thresholds: POLICY.thresholds,
      disabledRules: POLICY.disabledRules,
      ownNames: POLICY.ownNames,
    });

    const page = await extension.browser.newPage();
    await page.goto('data:text/html,<title>any</title>');
    const view = await extension.openFullView(await extension.tabIdOf(page));
    await view.waitForSelector('[data-theme=dark] #tab-settings');
    await view.click('#tab-settings');
    for (const name of ['capture', 'sites', 'preserveLog', 'theme', 'thresholds', 'ownNames'])
      await view.waitForSelector(`[data-setting=${name}].is-locked`);
    await shown(view, '[data-setting=capture] ::-p-text(Set by your organisation)');
    expect(await view.$eval('input[value=all]', (one) => one.matches(':disabled'))).toBe(true);
    expect(await view.$('[data-setting=keptMegabytes].is-locked')).toBeNull();
    expect(await view.$eval('[aria-label="Preserve log"]', (one) => one.matches(':disabled'))).toBe(
      true,
    );

    const welcome = await extension.browser.newPage();
    await welcome.goto(extension.url('welcome/welcome.html'));
    await shown(welcome, '.chosen ::-p-text(sites that are recorded)');
    expect(await welcome.$('.chosen ::-p-text(It can be changed)')).toBeNull();
  });
});
