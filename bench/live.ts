// npm run bench:live: a page that makes 200 requests a second under the real extension, with its
// panel open in the real DevTools. CPU of the longest task of the worker, of the panel and of the
// page.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { launchExtension } from '../browser/launch.js';
import { TRACED, workIn } from './trace.js';

const SECONDS = 8;
const A_SECOND = 200;

const PAGE = `<!doctype html><title>busy</title><link rel="icon" href="data:,"><script type="module">
  const headers = { authorization: 'Bearer ' + 'x'.repeat(40) };
  globalThis.run = async (seconds) => {
    const begun = performance.now();
    for (let n = 0; n < ${A_SECOND} * seconds; n += 1) {
      void fetch('/api/orders/' + n, { headers });
      const due = begun + (n + 1) * ${1_000 / A_SECOND};
      if (performance.now() < due) await new Promise((done) => setTimeout(done, due - performance.now()));
    }
  };
</script>`;

const server = createServer((request, response) => {
  const isPage = request.url === '/';
  response.setHeader('content-type', isPage ? 'text/html' : 'application/json');
  if (isPage) response.setHeader('set-cookie', 'sid=8f14e45fceea167a5a36dedd4bea2543; HttpOnly');
  response.end(isPage ? PAGE : '{"id":1,"items":[{"name":"tea","price":3}]}');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

const extension = await launchExtension({ dock: 'undocked' });
try {
  await extension.worker();
  const page = await extension.browser.newPage();
  const { frame } = await extension.openPanel(page);
  await page.goto(url);
  for (const screen of ['overview', 'credentials', 'requests', 'findings']) {
    await frame.click(`#tab-${screen}`);
    await frame.waitForSelector(`#screen-${screen}`);
    await page.tracing.start({ categories: TRACED });
    await page.evaluate(`run(${SECONDS})`);
    const threads = workIn((await page.tracing.stop()) ?? new Uint8Array());
    const worker = threads.find(({ thread }) => thread.startsWith('ServiceWorker'));
    if (!worker) throw new Error('the trace has no service worker');
    const panel = threads.find(
      ({ process, thread }) => process === worker.process && thread === 'CrRendererMain',
    );
    if (!panel) throw new Error('the trace has no panel');
    const told = (name: string, { longest, total }: { longest: number; total: number }) =>
      `${name}: longest task ${longest.toFixed(0)} ms (bar 50), ` +
      `${(total / SECONDS).toFixed(0)} ms a second`;
    console.log(
      `${A_SECOND} requests a second, ${screen}: ${told('worker', worker)}; ` +
        told('panel', panel),
    );
  }
} finally {
  await extension.close();
  server.close();
}
