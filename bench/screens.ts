// npm run bench:screens: what the screens cost with 100,000 requests, in a real browser, as CPU
// time of the page's main thread. The grid is held against a window over plain rows in the same
// run.
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { findBrowser, needsNoSandbox } from '../scripts/ensure-browser.mjs';
import { addressOf, openFixtureSite } from '../test/e2e/ui/fixture-site.js';
import { makePlainWindow } from './plain-window.js';
import { TRACED, workIn } from './trace.js';

const ROWS = 100_000;
const ROUNDS = Number(process.argv[2] ?? 9);
/** `scrolling`, `filtering`, `firstPaints` or `liveUpdates`; all without one. */
const ONLY = process.argv[3];
const FRAMES = 120;
const SCREENS = ['overview', 'flow', 'credentials', 'requests', 'storage', 'findings', 'compare'];
const FILTERS = ['orders', 'role:session', 'has:jwt', 'status:4xx', 'severity:high', '/v1.*9/'];

const site = await openFixtureSite();
const executablePath = await findBrowser();
if (!executablePath) throw new Error('no browser');
const browser: Browser = await puppeteer.launch({
  executablePath,
  headless: true,
  pipe: true,
  args: ['--disable-gpu', ...(needsNoSandbox(executablePath) ? ['--no-sandbox'] : [])],
});
try {
  for (const part of [scrolling, filtering, firstPaints, liveUpdates])
    if (!ONLY || part.name === ONLY) await part();
} finally {
  await browser.close();
  await site.close();
}

async function open(screen: string, rows: number): Promise<{ page: Page; cpu: CDPSession }> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 700 });
  await page.goto(addressOf(site.origin, { screen, rows }));
  await page.waitForSelector('[role=tabpanel]');
  const cpu = await page.createCDPSession();
  await cpu.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, cpu };
}

/** Milliseconds that the main thread has worked. */
async function worked(cpu: CDPSession): Promise<number> {
  const { metrics } = await cpu.send('Performance.getMetrics');
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

async function scrolling(): Promise<void> {
  const ours = await open('requests', ROWS);
  const plain = await open('requests', ROWS);
  await plain.page.waitForSelector('.grid-row');
  // esbuild names functions by a helper that the page does not have.
  await plain.page.evaluate('globalThis.__name = (named) => named');
  await plain.page.evaluate(makePlainWindow, ROWS);
  const taken: { ours: number[]; plain: number[] } = { ours: [], plain: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    taken.ours.push(await scrolled(ours));
    taken.plain.push(await scrolled(plain));
  }
  const [a, b] = [quartiles(taken.ours), quartiles(taken.plain)];
  const ratio = quartiles(taken.ours.map((ms, at) => ms / taken.plain[at]!));
  console.log(`a scrolled frame over ${ROWS} requests: ${tell(a, 'ms')}, plain ${tell(b, 'ms')}`);
  console.log(`  grid ÷ plain window: ${tell(ratio)} (bar 1.2)`);
  await ours.page.close();
  await plain.page.close();
}

/** CPU of one frame, in milliseconds, of a run that scrolls five rows a frame. */
async function scrolled({ page, cpu }: { page: Page; cpu: CDPSession }): Promise<number> {
  await page.bringToFront();
  const before = await worked(cpu);
  await page.evaluate(async (frames) => {
    const grid = document.querySelector('.grid')!;
    grid.scrollTop = 20_000 + Math.random() * 1_000_000;
    for (let n = 0; n < frames; n += 1) {
      await new Promise(requestAnimationFrame);
      grid.scrollTop += 120;
    }
    await new Promise(requestAnimationFrame);
  }, FRAMES);
  return ((await worked(cpu)) - before) / FRAMES;
}

async function filtering(): Promise<void> {
  const { page, cpu } = await open('requests', ROWS);
  await page.waitForSelector('.grid-row');
  for (const filter of FILTERS) {
    const taken: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = await worked(cpu);
      await typed(page, filter);
      taken.push((await worked(cpu)) - before);
      await typed(page, '');
    }
    console.log(
      `filtering ${ROWS} requests by ${filter}: ${tell(quartiles(taken), 'ms')} (bar 60)`,
    );
  }
  await page.close();
}

async function typed(page: Page, filter: string): Promise<void> {
  await page.evaluate(async (text) => {
    const box = document.querySelector<HTMLInputElement>('input[data-filter]')!;
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    for (let n = 0; n < 3; n += 1) await new Promise(requestAnimationFrame);
  }, filter);
}

async function firstPaints(): Promise<void> {
  for (const screen of SCREENS) {
    const taken: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { page, cpu } = await open(screen === 'overview' ? 'compare' : 'overview', ROWS);
      await page.waitForSelector('[role=tab][aria-selected=true]');
      await page.evaluate(() => new Promise(requestAnimationFrame));
      const before = await worked(cpu);
      await page.evaluate(async (wanted) => {
        document.querySelector<HTMLElement>(`[role=tab][id$=${wanted}]`)!.click();
        for (let n = 0; n < 2; n += 1) await new Promise(requestAnimationFrame);
      }, screen);
      taken.push((await worked(cpu)) - before);
      await page.close();
    }
    console.log(`first paint of ${screen}: ${tell(quartiles(taken), 'ms')} (bar 150)`);
  }
}

/**
 * 200 requests a second, in batches as the worker tells of them; the longest task of each screen.
 */
async function liveUpdates(): Promise<void> {
  for (const screen of SCREENS) {
    const { page, cpu } = await open(screen, 10_000);
    await page.tracing.start({ categories: TRACED });
    const before = await worked(cpu);
    await page.evaluate(async () => {
      for (let n = 0; n < 50; n += 1) {
        window.fixture.addRows(20);
        await new Promise((done) => setTimeout(done, 100));
      }
    });
    const spent = ((await worked(cpu)) - before) / 5;
    const threads = workIn((await page.tracing.stop()) ?? new Uint8Array());
    const mains = threads.filter(({ thread }) => thread === 'CrRendererMain');
    const longest = Math.max(...mains.map((thread) => thread.longest));
    console.log(
      `200 requests a second, ${screen}: ${spent.toFixed(0)} ms CPU a second, ` +
        `longest task ${longest.toFixed(0)} ms (bar 50)`,
    );
    await page.close();
  }
}

function quartiles(values: readonly number[]): [low: number, median: number, high: number] {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
  return [at(0.25), at(0.5), at(0.75)];
}

function tell([low, median, high]: [number, number, number], unit = ''): string {
  return `${median.toFixed(2)} ${unit} (${low.toFixed(2)}–${high.toFixed(2)})`.replace('  ', ' ');
}
