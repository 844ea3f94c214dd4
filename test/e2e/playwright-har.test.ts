import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settled } from '../../browser/settled.js';
import { tokenTold } from '../../browser/token-told.js';
import { type Demo, startDemo } from '../../demo/start.js';
import { visitInsecure, visitSound } from '../../demo/visit.js';
import { findBrowser, needsNoSandbox } from '../../scripts/ensure-browser.mjs';
import { readHar } from '../../src/engine/normalize/sources/har.js';
import { readStorageState } from '../../src/engine/normalize/sources/storage-state.js';
import { Analysis } from '../../src/engine/pipeline/analyze.js';
import { readFile as readFileOf } from '../../src/files/read-file.js';
import { essence } from '../support/essence.js';
import { useOwnExtension } from '../support/extension.js';
import { THOROUGH } from '../support/thorough.js';

const MOST_BYTES = 100_000_000;

/**
 * The same visit, watched by Playwright alone: its archive with the bodies beside it, and its
 * storage state.
 */
async function recorded(demo: Demo, visit: typeof visitSound, folder: string) {
  const executablePath = (await findBrowser()) ?? '';
  const browser = await chromium.launch({
    executablePath,
    args: [
      `--host-resolver-rules=${demo.hostRules}`,
      ...(needsNoSandbox(executablePath) ? ['--no-sandbox'] : []),
    ],
  });
  const path = join(folder, 'visit.zip');
  try {
    const context: BrowserContext = await browser.newContext({
      ignoreHTTPSErrors: true,
      recordHar: { path, content: 'attach' },
    });
    const page = await context.newPage();
    await visit(page, demo);
    const state = await context.storageState();
    const areas = await page.evaluate(`Object.entries(sessionStorage)`);
    await context.close();
    return { url: page.url(), bytes: await readFile(path), state, session: areas };
  } finally {
    await browser.close();
  }
}

/**
 * Playwright keeps no session storage, and says so in its documentation: the visit adds its own.
 */
function withSession(state: Awaited<ReturnType<typeof recorded>>): unknown {
  const items = state.session as [string, string][];
  const sessionStorage = items.map(([name, value]) => ({ name, value }));
  const { origin } = new URL(state.url);
  const others = state.state.origins.filter((one) => one.origin !== origin);
  const own = state.state.origins.find((one) => one.origin === origin);
  return {
    cookies: [],
    origins: [...others, { origin, localStorage: own?.localStorage ?? [], sessionStorage }],
  };
}

describe('what Playwright records', THOROUGH, () => {
  let demo: Demo;
  let folder: string;
  const extension = useOwnExtension(async () => {
    demo = await startDemo();
    return { hostRules: demo.hostRules, spki: [demo.certificateSpki] };
  });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'credtrail-playwright-'));
  });
  afterAll(async () => {
    await demo.stop();
    await rm(folder, { recursive: true });
  });

  it.each([
    ['insecure', visitInsecure],
    ['sound', visitSound],
  ] as const)('says the same as the panel says live: the %s shop', async (_, visit) => {
    const page = await extension().browser.newPage();
    await extension().openPanel(page);
    await visit(page, demo, (answer) => tokenTold(extension(), page, answer));
    const tabId = await extension().tabIdOf(page);
    const live = await settled(() => extension().ask<'getReport'>({ type: 'getReport', tabId }));

    const record = await recorded(demo, visit, folder);
    const { exchanges } = readHar(readFileOf(record.bytes, MOST_BYTES).value);
    const analysis = new Analysis();
    for (const exchange of exchanges) analysis.addExchange(exchange);
    const at = Math.max(...exchanges.map(({ startedAt }) => startedAt));
    for (const snapshot of readStorageState(withSession(record), at).snapshots)
      analysis.addSnapshot(snapshot);
    const source = { kind: 'har', url: record.url, dropped: 0 } as const;
    expect(essence(analysis.report({ source, version: '0' }))).toEqual(essence(live));
  });
});
