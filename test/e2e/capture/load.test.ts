import { afterAll, describe, expect, it } from 'vitest';
import type { ExtensionBrowser } from '../../support/extension.js';
import { useExtension } from '../../support/extension.js';
import { THOROUGH } from '../../support/thorough.js';
import { type Lab, listOf, startLab, until } from './lab.js';

const QUOTA = 10_485_760;

describe('a page that makes a great many requests', THOROUGH, () => {
  let lab: Lab;
  const extension = useExtension(async () => {
    lab = await startLab({ '/one': (_, response) => void response.end('1') });
  });
  afterAll(() => lab.close());

  it('has each of 2,000 recorded once', async () => {
    const page = await extension().browser.newPage();
    await page.goto(lab.at('flood.test'));
    const tabId = await extension().tabIdOf(page);
    await page.evaluate(async () => {
      // The browser itself refuses more at once.
      for (let n = 0; n < 2_000; n += 500) {
        await Promise.all(Array.from({ length: 500 }, (_, more) => fetch(`/one?n=${n + more}`)));
      }
    });
    const done = ({ rows }: { rows: { status?: number }[] }) =>
      rows.filter(({ status }) => status === 200).length >= 2_001;
    const { rows, dropped } = await until(() => listOf(extension(), tabId), done);
    expect([rows.length, new Set(rows.map(({ url }) => url)).size, dropped]).toEqual([
      2_001, 2_001, 0,
    ]);
    await page.close();
  });

  it('stays within the quota with cookies of 16 kB, and says what it let go', async () => {
    const page = await extension().browser.newPage();
    await page.goto(lab.at('heavy.test'));
    const tabId = await extension().tabIdOf(page);
    await page.evaluate(async () => {
      for (let n = 0; n < 4; n++) document.cookie = `big${n}=${'c'.repeat(4_000)}`;
      for (let n = 0; n < 10; n++)
        await Promise.all(Array.from({ length: 100 }, () => fetch('/one')));
    });
    const total = ({ rows, dropped }: { rows: { status?: number }[]; dropped: number }) =>
      rows.filter(({ status }) => status === 200).length + dropped;
    await until(
      () => listOf(extension(), tabId),
      (answer) => total(answer) >= 1_001,
    );
    // What is still being written may make room at the cost of more of them.
    const list = await settledList(extension(), tabId);
    expect(list.dropped).toBeGreaterThan(0);
    expect(total(list)).toBe(1_001);
    expect(await bytesInUse(extension())).toBeLessThan(QUOTA);
    const report = () => extension().ask<'getReport'>({ type: 'getReport', tabId });
    const before = await report();
    expect(before.source).toMatchObject({ requests: 1_001, dropped: list.dropped });
    await extension().killWorker();
    expect(await report()).toEqual(before);
  });
});

/** The list once the store has not changed for a while. */
async function settledList(extension: ExtensionBrowser, tabId: number) {
  await until(
    async () => {
      const before = await bytesInUse(extension);
      await new Promise((resume) => setTimeout(resume, 300));
      return before === (await bytesInUse(extension));
    },
    (isStill) => isStill,
  );
  return listOf(extension, tabId);
}

async function bytesInUse(extension: ExtensionBrowser): Promise<number> {
  const worker = await extension.worker();
  return (await worker.evaluate('chrome.storage.session.getBytesInUse()')) as number;
}
