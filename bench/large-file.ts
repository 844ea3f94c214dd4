// npm run bench:large [-- GIGABYTES]: how much memory the command line takes at most to read a
// generated HAR file of 1 GB, plain and packed, of which no text is as long; and how long it takes.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { partsOfHar } from './generated-har.js';

const CLI = 'dist/cli/credtrail.js';
const PEAK =
  'data:text/javascript,process.on("exit",()=>{' +
  'const{maxRSS:m,userCPUTime:u,systemCPUTime:s}=process.resourceUsage();' +
  'console.error(`peak ${m} ${u+s}`)})';

function write(path: string, bytes: number): void {
  const file = openSync(path, 'w');
  for (const part of partsOfHar(bytes)) writeSync(file, part);
  closeSync(file);
}

function measure(what: string, path: string): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', PEAK, CLI, 'har', path, '--format', 'json'],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  const [, kilobytes, micros] = /peak (\d+) (\d+)/.exec(stderr) ?? [];
  const { source } = JSON.parse(stdout) as { source: { requests: number } };
  console.log(
    `${what}: at most ${Math.round(Number(kilobytes) / 1e3)} MB of memory, ` +
      `${(Number(micros) / 1e6).toFixed(0)} s of CPU, ${source.requests} requests`,
  );
  return stdout;
}

const gigabytes = Number(process.argv[2] ?? 1);
const folder = mkdtempSync(join(tmpdir(), 'credtrail-large-'));
try {
  const plain = join(folder, 'large.har');
  write(plain, gigabytes * 1e9);
  const report = measure(`${gigabytes} GB`, plain);
  spawnSync('gzip', ['--fast', plain]);
  const packed = measure(
    `the same in ${Math.round(readFileSync(`${plain}.gz`).length / 1e6)} MB of gzip`,
    `${plain}.gz`,
  );
  console.log(packed === report ? 'Both reports are the same.' : 'The reports differ.');
} finally {
  rmSync(folder, { recursive: true });
}
