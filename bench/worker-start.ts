// npm run bench:worker-start: a worker that was ended is asked, and how long its answer takes,
// against a worker of 1 kB that does nothing but answer, in turns in one run. The bar is a ratio of
// 1.5.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExtensionBrowser } from '../browser/extension-browser.js';
import { launchExtension } from '../browser/launch.js';

const ROUNDS = Number(process.argv[2] ?? 30);

const MANIFEST = {
  manifest_version: 3,
  name: 'Empty',
  version: '1',
  background: { service_worker: 'worker.js' },
};
const WORKER =
  'chrome.runtime.onMessage.addListener((message, sender, reply) => { reply([]); });\n';

/** An extension whose worker answers, and is 1 kB. */
function makeEmptyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'credtrail-empty-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(folder, 'worker.js'), WORKER + `// ${'-'.repeat(1_024 - WORKER.length)}\n`);
  return folder;
}

/** Milliseconds from a question to the answer of a worker that had to start for it. */
async function answerTime(extension: ExtensionBrowser): Promise<number> {
  const asking = await extension.askingPage();
  await extension.killWorker();
  await new Promise((resolve) => setTimeout(resolve, 300));
  return (await asking.evaluate(`(async () => {
    const asked = performance.now();
    await chrome.runtime.sendMessage({ type: 'listTabs' });
    return performance.now() - asked;
  })()`)) as number;
}

function told(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)]!.toFixed(1);
  return `median ${at(0.5)} ms, quartiles ${at(0.25)} to ${at(0.75)}`;
}

const empty = await launchExtension({ extension: makeEmptyExtension() });
const own = await launchExtension();
try {
  const times: { empty: number[]; own: number[] } = { empty: [], own: [] };
  for (const extension of [empty, own]) await answerTime(extension);
  for (let round = 0; round < ROUNDS; round++) {
    times.empty.push(await answerTime(empty));
    times.own.push(await answerTime(own));
  }
  const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;
  console.log(`empty worker: ${told(times.empty)}`);
  console.log(`Credtrail: ${told(times.own)}`);
  console.log(
    `ratio of medians: ${(median(times.own) / median(times.empty)).toFixed(2)} (bar 1.5)`,
  );
} finally {
  await empty.close();
  await own.close();
}
