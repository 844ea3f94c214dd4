// npm run bench:reading [-- FOLDER…]: what reading a recording costs beyond `JSON.parse` of it, as
// a ratio of CPU time: into exchanges, into credentials and trails, into a report. A generated HAR
// file of 50 MB, one of 200 MB, and the HAR files of the folders, one after the other. In turns
// within one process, after rounds in which it gets warm; medians. Only the ratios mean anything.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHar } from '../src/engine/normalize/sources/har.js';
import { decodeText } from '../src/files/encodings.js';
import { Recording } from '../src/recording/recording.js';
import { generatedHar } from './generated-har.js';

const SIZES = [50, 200];
const ROUNDS = 5;
/** Rounds until all code runs as fast as it can. */
const WARM_UP = 4;
const PARTS = ['decode', 'parse', 'exchanges', 'credentials', 'report'] as const;
type Part = (typeof PARTS)[number];

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1]!;

/** Milliseconds of CPU of each part, over all files of one round. */
function readAll(files: readonly Uint8Array[]): Record<Part, number> {
  const spent = { decode: 0, parse: 0, exchanges: 0, credentials: 0, report: 0 };
  const during = <T>(part: Part, work: () => T): T => {
    const before = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(before);
    spent[part] += (user + system) / 1_000;
    return result;
  };
  for (const file of files) {
    const text = during('decode', () => decodeText(file));
    const har: unknown = during('parse', () => JSON.parse(text));
    const { exchanges, diagnoses } = during('exchanges', () => readHar(har));
    const recording = during('credentials', () => {
      const made = Recording.fromExchanges(exchanges, { diagnoses });
      made.readOn(() => true, true);
      return made;
    });
    const source = { kind: 'har', url: recording.url || 'about:blank' } as const;
    during('report', () => recording.report({ source, version: '0' }));
  }
  return spent;
}

function measure(what: string, files: readonly Uint8Array[]): void {
  for (let round = 0; round < WARM_UP; round++) readAll(files);
  const rounds = Array.from({ length: ROUNDS }, () => readAll(files));
  const of = (part: Part) => median(rounds.map((round) => round[part]));
  const ratio = (ms: number) => (ms / of('parse')).toFixed(2);
  const beyond = of('exchanges') + of('credentials') + of('report');
  const bytes = files.reduce((sum, { length }) => sum + length, 0);
  console.log(
    `${what}, ${Math.round(bytes / 1e6)} MB: everything beyond JSON.parse ÷ JSON.parse: ` +
      `${ratio(beyond)} (${PARTS.map((part) => `${part} ${ratio(of(part))}`).join(', ')}; ` +
      `JSON.parse ${Math.round(of('parse'))} ms)`,
  );
}

for (const size of SIZES) measure('generated', [Buffer.from(generatedHar(size * 1e6))]);
const ordinary = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.har'))
    .map((name) => readFileSync(join(folder, name))),
);
if (ordinary.length > 0) measure(`${ordinary.length} recordings`, ordinary);
