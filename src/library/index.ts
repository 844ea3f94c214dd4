import project from '../../package.json' with { type: 'json' };
import { faultOf, isSettings, type Settings } from '../engine/judging.js';
import type { Exchange, Snapshot } from '../engine/model.js';
import { readHar } from '../engine/normalize/sources/har.js';
import { readStorageState } from '../engine/normalize/sources/storage-state.js';
import { redactHar, type RedactedHar } from '../engine/redaction/redact-har.js';
import type { Report } from '../engine/report/report.js';
import type { Diagnosis } from '../engine/text.js';
import { endOf, oneSession } from '../recording/one-session.js';
import { Recording } from '../recording/recording.js';
import { tryKnownSecrets } from '../secrets/try-known.js';
import { type Traffic, valueOf } from './input.js';

export type { Settings } from '../engine/judging.js';
export type { Severity } from '../engine/model.js';
export type { RedactedHar, Replaced } from '../engine/redaction/redact-har.js';
export type { Report } from '../engine/report/report.js';
export type { ReportCredential } from '../engine/report/report-credential.js';
export type { ReportEvent } from '../engine/report/report-event.js';
export type { ReportFinding } from '../engine/report/report-finding.js';
export { type Traffic, UnreadableError } from './input.js';

export interface AnalyzeOptions {
  /** Web storage and cookies after the traffic: Playwright's `storageState` or what is like it. */
  storage?: Traffic;
  /** How to judge, as the panel exports it. */
  settings?: Settings;
  /** Judge as of this moment, instead of that of the last request. */
  now?: Date;
  /** Leave raw secrets in the report; passwords are never in it. */
  reveal?: boolean;
}

/**
 * Reads traffic, of several files as one session, and says what identifies the user in it and what
 * is wrong with that: the report of `docs/report.schema.json`, without a raw secret unless asked
 * for.
 * @throws UnreadableError where something given is not what it should be
 */
export async function analyze(
  traffic: Traffic | readonly Traffic[],
  { storage, settings, now, reveal = false }: AnalyzeOptions = {},
): Promise<Report> {
  if (settings !== undefined && !isSettings(settings))
    throw new TypeError(`settings: ${faultOf(settings) ?? 'it'} is not right`);
  const files = (Array.isArray(traffic) ? traffic : [traffic]) as readonly Traffic[];
  const read = files.map(readExchanges);
  const exchanges = oneSession(read.map(({ items }) => items));
  const state = storage === undefined ? NOTHING : readState(storage, exchanges);
  const recording = Recording.fromExchanges(exchanges, {
    snapshots: state.items,
    diagnoses: [...read, state].flatMap(({ diagnoses }) => diagnoses),
  });
  const last = exchanges.at(-1)?.startedAt ?? 0;
  await tryKnownSecrets(
    recording.toTry.untried(),
    () => last,
    (trial) => recording.add(trial),
  );
  return recording.report({
    source: { kind: 'har', url: recording.url || 'about:blank' },
    version: project.version,
    reveal,
    ...(settings && { settings }),
    ...(now && { now: now.getTime() }),
  });
}

/**
 * The same traffic with stand-ins for everything that logs somebody in or tells who somebody is, of
 * the same shape; and what was replaced.
 * @throws UnreadableError where it is no HAR file
 */
export function redact(traffic: Traffic): RedactedHar {
  return redactHar(valueOf(traffic, 'har').value);
}

interface Read<T> {
  items: readonly T[];
  diagnoses: readonly Diagnosis[];
}

const NOTHING: Read<Snapshot> = { items: [], diagnoses: [] };

function readExchanges(traffic: Traffic): Read<Exchange> {
  const { value, diagnoses } = valueOf(traffic, 'har');
  const read = readHar(value);
  return { items: read.exchanges, diagnoses: [...diagnoses, ...read.diagnoses] };
}

function readState(storage: Traffic, exchanges: readonly Exchange[]): Read<Snapshot> {
  const { value, diagnoses } = valueOf(storage, 'state');
  const read = readStorageState(value, endOf(exchanges));
  return { items: read.snapshots, diagnoses: [...diagnoses, ...read.diagnoses] };
}
