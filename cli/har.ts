import type { Exchange } from '../src/engine/model.js';
import { NotAHarError, readHar } from '../src/engine/normalize/sources/har.js';
import { isStorageState } from '../src/engine/normalize/sources/storage-state.js';
import type { Report } from '../src/engine/report/report.js';
import { render } from '../src/engine/render.js';
import type { Translate } from '../src/engine/text.js';
import { endOf, oneSession } from '../src/recording/one-session.js';
import { Recording } from '../src/recording/recording.js';
import { deliver, deliveryOf } from './deliver.js';
import { nameOf, orInputError, readInput, refused } from './input.js';
import { judge, readSettings } from './judge.js';
import { translationOf } from './language.js';
import { readLargeHar } from './large-har.js';
import type { HarOptions } from './options.js';
import { type Tell, tellWith } from './output.js';
import { type Read, readState } from './storage-file.js';

/** Reads the files, writes the report, returns the exit code. @throws InputError */
export async function runHar(options: HarOptions): Promise<number> {
  const translate = await translationOf(options.lang);
  const delivery = deliveryOf(options, translate);
  const report = await analyzeFiles(options, translate, tellWith(options));
  return deliver(report, delivery);
}

async function analyzeFiles(
  { files, storage, settings: chosen, reveal, now }: HarOptions,
  translate: Translate,
  tell: Tell,
): Promise<Report> {
  // First: where it is wrong, nothing of the traffic is told.
  const settings = chosen === undefined ? undefined : readSettings(chosen);
  const read = files.map(readExchanges);
  const exchanges = oneSession(read.map(({ items }) => items));
  const state = storage === undefined ? NOTHING : readState(storage, endOf(exchanges));
  const parts = [...read, state];
  const told = parts.flatMap(({ diagnoses }) => diagnoses);
  for (const [index, { diagnoses }] of parts.entries())
    for (const { text } of diagnoses)
      tell(`${nameOf(files[index] ?? storage ?? '')}: ${render(text, translate)}`);
  const recording = Recording.fromExchanges(exchanges, {
    snapshots: state.items,
    diagnoses: told,
  });
  const source = { kind: 'har', url: recording.url || 'about:blank' } as const;
  const last = exchanges.at(-1)?.startedAt ?? 0;
  const report = await judge(recording, last, source, { settings, reveal, translate, now });
  // Those of a file were told with its name.
  for (const { text } of report.diagnoses.slice(told.length)) tell(text);
  return report;
}

const NOTHING: Read<never> = { items: [], diagnoses: [] };

const STATE = 'this is a saved state or list of cookies: give it with --storage, beside a HAR file';

function readExchanges(path: string): Read<Exchange> {
  const large = readLargeHar(path);
  if (large) return { items: large.exchanges, diagnoses: large.diagnoses };
  const { value, diagnoses } = readInput(path);
  if (isStorageState(value)) throw refused(path, STATE);
  const read = orInputError(path, value, NotAHarError, () => readHar(value));
  return { items: read.exchanges, diagnoses: [...diagnoses, ...read.diagnoses] };
}
