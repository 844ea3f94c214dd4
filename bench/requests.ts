// npm run bench -- [--rounds 5] [--only WORD] [--peer FOLDER]…
// What recording costs: CPU of the whole browser for a visit of a page, with Credtrail, without any
// extension, with extensions that listen and do nothing, and with others whose folders are given.
// All are measured in turns in one run. Only ratios mean anything: machines differ, and are shared.
import { loadavg } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { MeasuredBrowser } from './measured-browser.js';
import { type Contender, type Scenario, SCENARIOS } from './scenarios.js';
import { type Site, startSite } from './sites.js';
import { listensToNothing, listensToSame, listensToSix } from './still-extensions.js';
import { inTurns, ratios, type Spread } from './turns.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    /** Only scenarios with this in their name. */
    only: { type: 'string', default: '' },
    /** Folder of an unpacked extension to be compared with. */
    peer: { type: 'string', multiple: true, default: [] },
    extension: { type: 'string', default: 'dist/chrome' },
  },
});
const rounds = Number(values.rounds);
const folders = new Map<Contender, string | undefined>([
  ['none', undefined],
  ['still', listensToNothing()],
  ['same', listensToSame()],
  ['six', listensToSix()],
  ['credtrail', values.extension],
  ...values.peer.map((folder): [Contender, string] => [basename(folder), folder]),
]);

const WORDS: Record<string, string> = {
  none: 'no extension',
  still: 'listens to nothing, and may',
  same: 'does nothing, listens to the same',
  six: 'does nothing, listens to six events of all types',
  credtrail: 'Credtrail',
};

async function run(scenario: Scenario, site: Site): Promise<void> {
  const { name, path, visits, contenders, base, options, prepare } = scenario;
  const browsers = new Map<Contender, MeasuredBrowser>();
  try {
    for (const contender of [...contenders, ...values.peer.map((folder) => basename(folder))])
      browsers.set(contender, await MeasuredBrowser.launch(folders.get(contender)));
    if (options) {
      const message = JSON.stringify({ type: 'setOptions', options });
      await browsers.get('credtrail')!.ask(`chrome.runtime.sendMessage(${message})`);
    }
    const visit = (contender: Contender, browser: MeasuredBrowser) => () =>
      browser.visit(site.url(path), visits, (page) => prepare?.(page, contender, browser));
    const measures = [...browsers].map(
      ([contender, browser]) => [contender, visit(contender, browser)] as const,
    );
    const figures = await inTurns(new Map(measures), rounds);
    console.log(
      '\n' +
        `${name}: CPU of the browser, ${rounds} rounds, load ${loadavg()[0]!.toFixed(1)}; 1.00 ` +
        `is ${WORDS[base]}`,
    );
    for (const [contender, ticks] of figures)
      console.log(`  ${told(ratios(ticks, figures.get(base)!))}  ${WORDS[contender] ?? contender}`);
  } finally {
    for (const browser of browsers.values()) await browser.close();
  }
}

/** The median, and the quarters around it. */
function told({ median, quarter, threeQuarters }: Spread): string {
  return `${median.toFixed(2)} (${quarter.toFixed(2)}–${threeQuarters.toFixed(2)})`;
}

const site = await startSite();
for (const scenario of SCENARIOS)
  if (scenario.name.includes(values.only)) await run(scenario, site);
site.close();
process.exit();
