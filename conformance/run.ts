import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromeSendCookie } from './chrome-send-cookie.js';
import { chromeSetCookie } from './chrome-set-cookie.js';
import { cookieNames } from './cookie-names.js';
import type { DataSet } from './data-set.js';
import { httpState, httpStateToday } from './http-state.js';
import { httpStateDates } from './http-state-dates.js';
import { joseCookbook } from './jose-cookbook.js';
import { paseto } from './paseto.js';
import { wptCookies } from './wpt-cookies.js';

// npm run conformance [-- --data DIR]: Credtrail's answers against vectors that others published.
// The data is not part of this repository. Last line: "N passed, N failed"; exit 1 on any miss.

const DATA_SETS: readonly DataSet[] = [
  httpState, httpStateToday, httpStateDates, wptCookies, chromeSetCookie, chromeSendCookie, joseCookbook, paseto, cookieNames,
];
const MAX_SHOWN = 20;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/conformance' } } });
  if (!existsSync(values.data)) {
    console.log(`No published data in ${values.data}: nothing to run. Name its folder with --data DIR.`);
    return;
  }
  let passed = 0;
  let failed = 0;
  for (const { title, run } of DATA_SETS) {
    const { total, misses, figures = [] } = await run(values.data);
    console.log(`${misses.length === 0 ? '✓' : '✗'} ${title}${total > 0 ? `: ${total - misses.length}/${total}` : ''}`);
    for (const line of [...misses.slice(0, MAX_SHOWN), ...figures]) console.log(`    ${line}`);
    if (misses.length > MAX_SHOWN) console.log(`    and ${misses.length - MAX_SHOWN} more`);
    passed += total - misses.length;
    failed += misses.length;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

await main();
