// npm run bench: what recording costs. CPU of the whole browser for a page with 500 fetches, with
// Credtrail recording against an extension that listens in the same way and does nothing, taken in
// turns in one run. Only the ratio means anything: machines differ, and are shared.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { launchExtension } from '../browser/launch.js';
import { makeDoNothingExtension } from './do-nothing-extension.js';
import { cpuTicksOfTree } from './process-tree.js';

const FETCHES = 500;
const ROUNDS = Number(process.argv[2] ?? 7);
/** `images`: as many pictures instead of fetches. */
const KIND = process.argv[3] === 'images' ? 'images' : 'fetches';
/** A build to be compared with, in the same turns. */
const EARLIER = process.env['CREDTRAIL_EARLIER'];

const PAGE = `<!doctype html><title>busy</title><script type="module">
  const next = Array.from({ length: ${FETCHES} }, (_, i) => i);
  const lane = async () => { for (let i; (i = next.pop()) !== undefined;) await (await fetch('/api/' + i, { headers: { authorization: 'Bearer ' + 'x'.repeat(40) } })).text(); };
  await Promise.all(Array.from({ length: 10 }, lane));
  document.title = 'done';
</script>`;

const IMAGES = `<!doctype html><title>busy</title><script type="module">
  const load = (i) => new Promise((done) => { const one = new Image(); one.onload = one.onerror = done; one.src = '/image/' + i; });
  const next = Array.from({ length: ${FETCHES} }, (_, i) => i);
  const lane = async () => { for (let i; (i = next.pop()) !== undefined;) await load(i); };
  await Promise.all(Array.from({ length: 10 }, lane));
  document.title = 'done';
</script>`;

const server = createServer((request, response) => {
  if (request.url === '/') response.setHeader('content-type', 'text/html');
  if (request.url?.startsWith('/image/')) {
    response.setHeader('content-type', 'image/svg+xml');
    response.end('<svg xmlns="http://www.w3.org/2000/svg"/>');
    return;
  }
  response.setHeader('set-cookie', 'theme=dark; Path=/');
  response.end(request.url !== '/' ? '{"ok":true}' : KIND === 'images' ? IMAGES : PAGE);
});

/** CPU ticks of one browser with this extension for one visit of the page. */
async function measure(extension: string, url: string): Promise<number> {
  const running = await launchExtension({ extension });
  try {
    await running.worker();
    const pid = running.browser.process()?.pid;
    if (pid === undefined) throw new Error('the browser has no process');
    const page = await running.browser.newPage();
    const before = cpuTicksOfTree(pid);
    await page.goto(url);
    await page.waitForFunction('document.title === "done"');
    const worker = await running.worker();
    // What was put off until the page is done counts as well.
    await worker.evaluate('new Promise((done) => setTimeout(done, 1000))');
    return cpuTicksOfTree(pid) - before;
  } finally {
    await running.close();
  }
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const floor = makeDoNothingExtension();
const ticks = { floor: [] as number[], credtrail: [] as number[], earlier: [] as number[] };
for (let round = 0; round < ROUNDS; round++) {
  ticks.floor.push(await measure(floor, url));
  ticks.credtrail.push(await measure(process.env['CREDTRAIL_EXTENSION'] ?? 'dist/chrome', url));
  if (EARLIER) ticks.earlier.push(await measure(EARLIER, url));
  console.log(
    `round ${round + 1}: floor ${ticks.floor.at(-1)} ticks, Credtrail ${ticks.credtrail.at(-1)} ticks${EARLIER ? `, earlier ${ticks.earlier.at(-1)}` : ''}`,
  );
}
server.close();
console.log(
  `Credtrail ÷ do-nothing extension, whole-browser CPU, ${FETCHES} ${KIND}, median of ${ROUNDS}: ${(median(ticks.credtrail) / median(ticks.floor)).toFixed(2)}`,
);
if (EARLIER)
  console.log(
    `Credtrail ÷ the earlier build, the same: ${(median(ticks.credtrail) / median(ticks.earlier)).toFixed(2)}`,
  );
