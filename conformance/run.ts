import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { browserCookies, SEED } from './browser-cookies.js';
import { chromeSendCookie } from './chrome-send-cookie.js';
import { chromeSetCookie } from './chrome-set-cookie.js';
import { cookieNames } from './cookie-names.js';
import type { DataSet, Outcome } from './data-set.js';
import { httpState, httpStateToday } from './http-state.js';
import { httpStateDates } from './http-state-dates.js';
import { joseCookbook } from './jose-cookbook.js';
import { paseto } from './paseto.js';
import { wptCookies } from './wpt-cookies.js';

// npm run conformance [-- --data DIR]: Credtrail's answers against vectors that others published.
// The data is not part of this repository. With --browser [--seed N], also against the browser on
// this machine, over made-up lines. Last line: "N passed, N failed"; exit 1 on any miss.

const DATA_SETS: readonly DataSet[] = [
  httpState,
  httpStateToday,
  httpStateDates,
  wptCookies,
  chromeSetCookie,
  chromeSendCookie,
  joseCookbook,
  paseto,
  cookieNames,
];
const MAX_SHOWN = 20;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '../shared/conformance' },
      browser: { type: 'boolean', default: false },
      seed: { type: 'string', default: String(SEED) },
    },
  });
  const sets: DataSet[] = existsSync(values.data) ? [...DATA_SETS] : [];
  if (sets.length === 0)
    console.log(
      `No published data in ${values.data}: nothing of it was run. Name its folder ` +
        'with --data DIR.',
    );
  if (values.browser)
    sets.push({
      title: 'the browser on this machine',
      run: () => browserCookies(Number(values.seed)),
    });
  if (sets.length === 0) return;
  let passed = 0;
  let failed = 0;
  for (const set of sets) {
    const { total, misses } = await show(set, values.data);
    passed += total - misses.length;
    failed += misses.length;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

async function show({ title, run }: DataSet, dir: string): Promise<Outcome> {
  const outcome = await run(dir);
  const { total, misses, figures = [] } = outcome;
  console.log(
    `${misses.length === 0 ? '✓' : '✗'} ${title}` +
      `${total > 0 ? `: ${total - misses.length}/${total}` : ''}`,
  );
  for (const line of [...misses.slice(0, MAX_SHOWN), ...figures]) console.log(`    ${line}`);
  if (misses.length > MAX_SHOWN) console.log(`    and ${misses.length - MAX_SHOWN} more`);
  return outcome;
}

await main();
