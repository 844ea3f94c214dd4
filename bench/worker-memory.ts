// npm run bench:worker-memory: 10,000 requests in one tab: what the worker holds of them, and what
// it does after a stop. Work is CPU of the worker's thread from a trace, so that others count less.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExtensionBrowser } from '../browser/extension-browser.js';
import { launchExtension } from '../browser/launch.js';
import { TRACED, workIn } from './trace.js';

const REQUESTS = Number(process.argv[2] ?? 10_000);
const COOKIES = Number(process.argv[3] ?? 3);
const MB = 1_048_576;

const PAGE = `<!doctype html><title>many</title><link rel="icon" href="data:,"><script type="module">
  for (let n = 0; n < ${COOKIES}; n++) document.cookie = 'setting' + n + '=' + (n * 7919).toString(36);
  const headers = { authorization: 'Bearer ' + 'x'.repeat(40) };
  globalThis.run = async (from, to) => {
    let n = from;
    const lane = async () => { while (n < to) await (await fetch('/api/orders/' + n++, { headers })).text(); };
    await Promise.all(Array.from({ length: 6 }, lane));
  };
</script>`;

const server = createServer((request, response) => {
  const isPage = request.url === '/';
  response.setHeader('content-type', isPage ? 'text/html' : 'application/json');
  if (isPage) response.setHeader('set-cookie', 'sid=8f14e45fceea167a5a36dedd4bea2543; HttpOnly');
  response.end(isPage ? PAGE : '{"id":1}');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What is in the store, and in the worker's heap after a collection. */
async function held(extension: ExtensionBrowser): Promise<string> {
  const worker = await extension.worker();
  const bytes = (await worker.evaluate('chrome.storage.session.getBytesInUse()')) as number;
  await worker.client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await worker.client.send('Runtime.getHeapUsage');
  return `store ${(bytes / MB).toFixed(1)} MB (bar 6), heap ${(usedSize / MB).toFixed(1)} MB (bar 12)`;
}

/** Milliseconds that a page of the extension waits for an answer. */
async function timeOf(extension: ExtensionBrowser, message: object): Promise<number> {
  const asking = await extension.askingPage();
  return (await asking.evaluate(`(async () => {
    const asked = performance.now();
    await chrome.runtime.sendMessage(${JSON.stringify(message)});
    return performance.now() - asked;
  })()`)) as number;
}

const extension = await launchExtension();
try {
  await extension.worker();
  const page = await extension.browser.newPage();
  await page.goto(url);
  const tabId = await extension.tabIdOf(page);
  for (let n = 0; n < REQUESTS; n += 1_000) await page.evaluate(`run(${n}, ${n + 1_000})`);
  await wait(3_000);
  const { requests, dropped } = await extension.ask<'getStatus'>({ type: 'getStatus', tabId });
  console.log(`${requests} requests kept, ${dropped} let go: ${await held(extension)}`);

  const all = { type: 'getRequests', tabId, since: 0 };
  await page.tracing.start({ categories: TRACED });
  await timeOf(extension, all);
  const panel = workIn((await page.tracing.stop()) ?? new Uint8Array());
  const toPanel = panel.find(({ thread }) => thread.startsWith('ServiceWorker'));
  console.log(
    `rows for a panel: ${(((toPanel?.total ?? 0) * 1_000) / requests).toFixed(0)} µs each (bar 40)`,
  );
  await page.evaluate('run(-1, 0)');
  const report = await timeOf(extension, { type: 'getReport', tabId });
  console.log(`report after one more exchange, ${COOKIES} cookies: ${report.toFixed(0)} ms`);

  await extension.killWorker();
  await wait(500);
  await page.tracing.start({ categories: TRACED });
  void page.evaluate('run(-3, -2)');
  await wait(100);
  const rows = await timeOf(extension, { ...all, limit: 200 });
  await wait(4_000);
  const threads = workIn((await page.tracing.stop()) ?? new Uint8Array());
  const workers = threads.filter(({ thread }) => thread.startsWith('ServiceWorker'));
  const longest = Math.max(...workers.map((one) => one.longest));
  console.log(
    `after a stop: first rows ${rows.toFixed(0)} ms (bar 300), longest stretch ${longest.toFixed(0)} ms (bar 50)`,
  );
} finally {
  await extension.close();
  server.close();
}
