// Visits applications live, once with the panel closed and once open, and holds what the extension
// says against a recording of the same visit.
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../src/engine/report/report.js';
import { halfOf, loadApplication } from './applications/support/load.js';
import { judge, type Mode } from './evaluate/analyse.js';
import {
  differences,
  type Essence,
  essenceOf,
  hangsOnWithheld,
  type KnownAs,
  knownIn,
} from './live/compare.js';
import { liveName, type PanelIs } from './live/watch.js';
import { listenedTo, withoutSocketMessages } from './live/shown.js';
import { liveReportFile } from './record/out.js';
import { readRecorded } from './record/read.js';
import type { JudgedStack } from './support/stack.js';

/** Twelve applications and four visits, of several languages and mechanisms, all open. */
const CHOSEN: readonly string[] = `
  transmission dokuwiki qbittorrent thelounge redis-commander postfixadmin icingaweb2 davical
  jupyter tt-rss zabbix deluge visit-analytics visit-errors visit-video visit-cdn`
  .trim()
  .split(/\s+/);

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
  const lost = lostBodies(live);
  const told = await recordedEssences({ ...stack, name: kept }, panel, lost > 0);
  const found = differences(essenceOf(live, host, panel, told.knownAs), told.full).filter(
    (one) => !hangsOnWithheld(one, told.withheld, told.full),
  );
  const outcome = found.length === 0 ? 'the same' : `${found.length} differ`;
  const gone = lost > 0 ? `, ${lost} bodies were gone` : '';
  console.log(`${name}, panel ${panel}: ${outcome}${gone}`);
  // Of a blind one only the number.
  if (halfOf(name) === 'tuning')
    for (const { part, line, only } of found) console.log(`  ${part}: only ${only}: ${line}`);
  return found.length;
}

/** What a recording says, and what it says without what the browser keeps from an extension. */
interface Told {
  full: Essence;
  withheld: Essence;
  knownAs: KnownAs;
}

/** Bodies are withheld while the panel is closed, messages of sockets always. */
async function recordedEssences(stack: JudgedStack, panel: PanelIs, lost: boolean): Promise<Told> {
  const { entries: all, states } = await readRecorded(stack.name);
  const entries = listenedTo(all);
  const said = async (shown: typeof entries, mode: Mode): Promise<Report> =>
    (await judge(stack, { entries: shown, states }, mode)).report;
  const full = await said(entries, 'full');
  const mode = panel === 'open' && !lost ? 'full' : 'unread';
  const withheld = await said(withoutSocketMessages(entries), mode);
  const { host } = stack.truth;
  return {
    full: essenceOf(full, host, panel),
    withheld: essenceOf(withheld, host, panel),
    knownAs: knownIn(full, panel),
  };
}

/** The browser forgets bodies when the page changes; the report then says how many it lost. */
function lostBodies({ diagnoses }: Report): number {
  return diagnoses
    .filter(({ detail }) => detail.what === 'bodyGone')
    .reduce((sum, { detail }) => sum + Number(detail.lost), 0);
}
