// Visits applications live, once with the panel closed and once open, and holds what the extension
// says against a recording of the same visit.
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../src/engine/report/report.js';
import { halfOf, loadApplication } from './applications/support/load.js';
import { judge, type Mode } from './evaluate/analyse.js';
import { type Difference, differences, type Essence, essenceOf } from './live/compare.js';
import { liveName, type PanelIs } from './live/watch.js';
import { liveReportFile } from './record/out.js';
import { readRecorded } from './record/read.js';
import type { JudgedStack } from './support/stack.js';

/** Twelve applications and four visits, of several languages and mechanisms, all open. */
const CHOSEN: readonly string[] = `
  transmission dokuwiki qbittorrent thelounge redis-commander postfixadmin icingaweb2 davical
  jupyter tt-rss zabbix deluge visit-analytics visit-errors visit-video visit-cdn`
  .trim()
  .split(/\s+/);

/** What the extension listens to (capture/web-request.ts): no pictures, scripts, styles, pings. */
const LISTENED: ReadonlySet<string> = new Set([
  'document',
  'xhr',
  'fetch',
  'eventsource',
  'websocket',
]);

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const names = words.length > 0 ? words : CHOSEN;
let wrong = 0;
for (const name of names)
  for (const panel of ['closed', 'open'] as const) wrong += await compare(name, panel);
console.log(`\nlive: ${names.length} applications and visits, ${wrong} differences`);
process.exit(wrong === 0 ? 0 : 1);

async function compare(name: string, panel: PanelIs): Promise<number> {
  const args = ['--import', 'tsx', join(import.meta.dirname, 'live/main.ts'), name, panel];
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: 600_000,
  });
  if (status !== 0) {
    console.log(`${name}, panel ${panel}: could not be watched\n${stderr}`);
    return 1;
  }
  const kept = liveName(name, panel);
  const stack = await loadApplication(name);
  const { host } = stack.truth;
  const live = JSON.parse(await readFile(liveReportFile(kept), 'utf8')) as Report;
  const recorded = await recordedEssence({ ...stack, name: kept }, 'full', panel);
  const all = differences(essenceOf(live, host, panel), recorded);
  const found =
    panel === 'open'
      ? all
      : all.filter(
          isKnowable(await recordedEssence({ ...stack, name: kept }, 'unread', panel), recorded),
        );
  console.log(
    `${name}, panel ${panel}: ${found.length === 0 ? 'the same' : `${found.length} differ`}`,
  );
  // Of a blind one only the number.
  if (halfOf(name) === 'tuning')
    for (const { part, line, only } of found) console.log(`  ${part}: only ${only}: ${line}`);
  return found.length;
}

async function recordedEssence(stack: JudgedStack, mode: Mode, panel: PanelIs): Promise<Essence> {
  const { entries, states } = await readRecorded(stack.name);
  const listened = entries.filter(({ _resourceType: type }) => LISTENED.has(type ?? ''));
  const { report } = await judge(stack, { entries: listened, states }, mode);
  return essenceOf(report, stack.truth.host, panel);
}

/** False for what a recording without bodies differs in from the whole one as well. */
function isKnowable(unread: Essence, full: Essence): (one: Difference) => boolean {
  const unknown = differences(unread, full).map(
    ({ part, line, only }) => `${part} ${only} ${line}`,
  );
  return ({ part, line, only }) => !unknown.includes(`${part} ${only} ${line}`);
}
