import project from '../package.json' with { type: 'json' };
import { faultOf, isSettings, type Settings } from '../src/engine/judging.js';
import type { Exchange, Snapshot } from '../src/engine/model.js';
import { NotAHarError, readHar } from '../src/engine/normalize/har.js';
import {
  isStorageState,
  NotAStorageStateError,
  readStorageState,
} from '../src/engine/normalize/storage-state.js';
import type { Report } from '../src/engine/report/report.js';
import { type Diagnosis, render, type Translate } from '../src/engine/text.js';
import { kindOfJson } from '../src/files/foreign-file.js';
import { isHar } from '../src/files/logs.js';
import { Recording } from '../src/recording/recording.js';
import { tryKnownSecrets } from '../src/secrets/try-known.js';
import { deliver, deliveryOf } from './deliver.js';
import { foreignSentence, nameOf, readInput, refused } from './input.js';
import { translationOf } from './language.js';
import type { HarOptions } from './options.js';
import { printAside } from './output.js';

/** What files gave, and what they could not tell. */
interface Read<T> {
  items: T[];
  diagnoses: Diagnosis[];
}

/** Says something beside the report; nothing where quiet is wanted. */
type Tell = (said: string) => void;

/** Reads the files, writes the report, returns the exit code. @throws InputError */
export async function runHar(options: HarOptions): Promise<number> {
  const translate = await translationOf(options.lang);
  const delivery = deliveryOf(options, translate);
  return deliver(await analyzeFiles(options, translate), delivery);
}

async function analyzeFiles(options: HarOptions, translate: Translate): Promise<Report> {
  const { files, storage, settings, reveal = false, now, quiet } = options;
  const tell: Tell = quiet ? () => {} : printAside;
  // First: where it is wrong, nothing of the traffic is told.
  const judging = settings === undefined ? undefined : readSettings(settings);
  const read = files.map(readExchanges);
  const exchanges = read.flatMap(({ items }) => items).sort((a, b) => a.startedAt - b.startedAt);
  const state =
    storage === undefined ? { items: [], diagnoses: [] } : readState(storage, exchanges);
  const parts = [...read, state];
  const told = parts.flatMap(({ diagnoses }) => diagnoses);
  for (const [index, { diagnoses }] of parts.entries())
    for (const { text } of diagnoses)
      tell(`${nameOf(files[index] ?? storage ?? '')}: ${render(text, translate)}`);
  const recording = Recording.fromExchanges(exchanges, {
    snapshots: state.items,
    diagnoses: told,
  });
  const last = exchanges.at(-1)?.startedAt ?? 0;
  await tryKnownSecrets(
    recording.untried(),
    () => last,
    (trial) => recording.add(trial),
  );
  const report = recording.report({
    source: { kind: 'har', url: recording.url || 'about:blank' },
    version: project.version,
    reveal,
    translate,
    ...(judging && { settings: judging }),
    ...(now === undefined ? {} : { now }),
  });
  // Those of a file were told with its name.
  for (const { text } of report.diagnoses.slice(told.length)) tell(text);
  return report;
}

/** Exchanges of one file, their ids made unique among several files. */
function readExchanges(path: string, index: number): Read<Exchange> {
  const { value, diagnoses: told } = readInput(path);
  if (isStorageState(value)) throw refused(path, STATE);
  const read = orInputError(path, value, NotAHarError, () => readHar(value));
  const diagnoses = [...told, ...read.diagnoses];
  const unique = (exchange: Exchange) => ({ ...exchange, id: `${index + 1}.${exchange.id}` });
  return { items: index === 0 ? read.exchanges : read.exchanges.map(unique), diagnoses };
}

const STATE = 'this is a saved state or list of cookies: give it with --storage, beside a HAR file';
const REQUESTS = 'this holds requests, not a saved state: give it as FILE, without --storage';

/** The state of the browser as it was after these exchanges. */
function readState(path: string, exchanges: readonly Exchange[]): Read<Snapshot> {
  const at = exchanges.reduce(
    (last, { startedAt, endedAt }) => Math.max(last, endedAt ?? startedAt),
    0,
  );
  const { value, diagnoses: told } = readInput(path);
  if (isHar(value)) throw refused(path, REQUESTS);
  const read = orInputError(path, value, NotAStorageStateError, () => readStorageState(value, at));
  const diagnoses = [...told, ...read.diagnoses];
  return { items: read.snapshots, diagnoses };
}

/** What the user chose of how to judge. @throws InputError */
function readSettings(path: string): Settings {
  const { value } = readInput(path);
  if (isSettings(value)) return value;
  const fault = faultOf(value) ?? '';
  throw refused(path, `no settings as the panel exports them: ${fault} is not right`);
}

/** Says what a value is, where that is known, and otherwise what is missing in it. */
function orInputError<T>(path: string, value: unknown, known: new () => Error, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof known)) throw error;
    const kind = kindOfJson(value);
    throw refused(path, kind ? foreignSentence(kind) : error.message);
  }
}
