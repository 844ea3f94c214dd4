// npm run soak -- [--seconds 600] [--seed 1] [--rate 10] [--stops 100] [--busy 3] [--devtools]
//   [--extension FOLDER]
// Three tabs do what a plan says, which is the same for the same seed; the extension's worker is
// ended at random moments. What the extension recorded is held against what the server received.
import { spawn } from 'node:child_process';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { launchExtension } from '../browser/launch.js';
import { FAULTS } from './compare.js';
import { soak, SOAK_HOSTS } from './soak.js';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    /** Deeds a second in each tab. */
    rate: { type: 'string', default: '10' },
    /** Default: one in six seconds. */
    stops: { type: 'string' },
    /** Loops that keep the machine busy beside it. */
    busy: { type: 'string', default: '0' },
    devtools: { type: 'boolean', default: false },
    /** Another build than that of `dist/chrome`. */
    extension: { type: 'string', default: 'dist/chrome' },
  },
});
const seconds = Number(values.seconds);
const options = {
  seconds,
  seed: Number(values.seed),
  rate: Number(values.rate),
  stops: Number(values.stops ?? Math.round(seconds / 6)),
  devtools: values.devtools,
};

const busy = Array.from({ length: Number(values.busy) }, () =>
  spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
);
const extension = await launchExtension({
  extension: values.extension,
  hostRules: SOAK_HOSTS,
  dock: 'undocked',
});
try {
  const result = await soak(extension, options);
  const { requests, recorded, dropped, stops, faults, headers } = result;
  const load = loadavg()[0]!.toFixed(1);
  console.log(
    `seed ${options.seed}, ${seconds} s, load ${load}: ${requests} requests received, ` +
      `${recorded} recorded, ${dropped} told to be let go, worker ended ${stops} times`,
  );
  for (const name of FAULTS) {
    const { all, unexcused, examples } = faults[name];
    console.log(`${name}: ${all}, of these ${unexcused} that no end of a worker excuses`);
    for (const example of examples) console.log(`  ${example}`);
  }
  console.log(
    `headers of ${headers.checked}: ${headers.foreign} foreign, ${headers.missing} missing, ` +
      `${headers.cookies} with other cookies`,
  );
  for (const example of headers.examples) console.log(`  ${example}`);
  const sum = FAULTS.reduce((all, name) => all + faults[name].unexcused, 0);
  const bad = sum + headers.foreign + headers.missing + headers.cookies;
  console.log(bad === 0 ? 'PASS' : `FAIL: ${bad} faults`);
  process.exitCode = bad === 0 ? 0 : 1;
} finally {
  await extension.close();
  for (const loop of busy) loop.kill();
}
