import type { Millis, Snapshot } from '../engine/model.js';
import { NotAHarError, readHar } from '../engine/normalize/sources/har.js';
import { isStorageState, readStorageState } from '../engine/normalize/sources/storage-state.js';
import type { Report } from '../engine/report/report.js';
import type { Diagnosis } from '../engine/text.js';
import { kindOfJson } from '../files/foreign-file.js';
import type { FileFault, FileProgress, NamedFile } from '../messaging/opened-file.js';
import { endOf, oneSession } from '../recording/one-session.js';
import { Recording } from '../recording/recording.js';
import { inPercent } from './in-percent.js';
import { FileFaultError, readJson } from './read-json.js';
import { isSavedReport, readReport } from './saved-report.js';

/** What files hold: a recording, and when it ends; or the report of one. */
export type Opened = { recording: Recording; end: Millis } | { report: Report };

type Tell = (progress: FileProgress) => void;

/**
 * Reads HAR files as one recording, with the storage state or cookies that were saved beside them;
 * or one saved report. `tell` is called with each new percent.
 * @throws FileFaultError
 */
export async function openFiles(files: readonly NamedFile[], tell: Tell): Promise<Opened> {
  const parsed: Parsed[] = [];
  const tellPart = inPercent((percent) => tell({ step: 'reading', percent }));
  for (const [index, { file, name, changedAt }] of files.entries()) {
    const { value: json, diagnoses } = await named(name, () =>
      readJson(file, (percent) => tellPart((index + percent / 100) / files.length)),
    );
    parsed.push({ json, diagnoses, name, changedAt });
  }
  const [saved] = parsed.filter(({ json }) => isSavedReport(json));
  if (!saved) return recordingOf(parsed, tell);
  if (parsed.length > 1) throw new FileFaultError({ fault: 'mixed', name: saved.name });
  return { report: await named(saved.name, async () => readReport(saved.json)) };
}

interface Parsed extends Omit<NamedFile, 'file'> {
  json: unknown;
  /** What of it could not be read. */
  diagnoses: readonly Diagnosis[];
}

/** Says of which file a fault is. */
async function named<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof FileFaultError) throw new FileFaultError({ name, ...error.fault });
    throw error;
  }
}

async function recordingOf(parsed: readonly Parsed[], tell: Tell): Promise<Opened> {
  const states = parsed.filter(({ json }) => isStorageState(json));
  const hars = parsed.filter((one) => !states.includes(one));
  const read = await Promise.all(
    hars.map(({ json, name }) => named(name, async () => harOrFault(json))),
  );
  const exchanges = oneSession(read.map((one) => one.exchanges));
  if (exchanges.length === 0 && states.length === 0) throw new FileFaultError({ fault: 'empty' });
  const last = endOf(exchanges);
  // The state of the browser after all of it; alone, it is as old as its file.
  const kept = states.map(({ json, changedAt }) => readStorageState(json, last || changedAt));
  const recording = Recording.fromExchanges(exchanges, {
    snapshots: kept.flatMap((one): readonly Snapshot[] => one.snapshots),
    diagnoses: [...parsed, ...read, ...kept].flatMap(({ diagnoses }) => diagnoses),
    taken: inPercent((percent) => tell({ step: 'analysing', percent })),
  });
  return { recording, end: last || (states[0]?.changedAt ?? 0) };
}

function harOrFault(parsed: unknown): ReturnType<typeof readHar> {
  try {
    return readHar(parsed);
  } catch (error) {
    if (error instanceof NotAHarError) throw new FileFaultError(otherThanHar(parsed));
    throw error;
  }
}

function otherThanHar(parsed: unknown): FileFault {
  const kind = kindOfJson(parsed);
  return kind ? { fault: 'foreign', detail: kind } : { fault: 'har' };
}
