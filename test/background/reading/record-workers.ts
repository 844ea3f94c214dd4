import type { LogRecord } from '../../../src/recording/record.js';
import { SessionLog } from '../../../src/background/log/session-log.js';
import { TabRecords } from '../../../src/background/reading/tab-records.js';
import type { Recording } from '../../../src/recording/recording.js';
import type { MemoryStorage } from '../memory-storage.js';

/** When the first worker began. */
export const STARTED = 1_700_000_000_000;

/** A request and its response; `weight` characters of cookie. */
export function request(n: number, weight = 10): LogRecord[] {
  const subject = {
    id: String(n),
    at: STARTED + n,
    url: `https://a.test/${n}`,
    method: 'GET',
    type: 'fetch' as const,
    frameId: 0,
  };
  return [
    { kind: 'sent', ...subject, headers: [{ name: 'cookie', value: `sid=${'x'.repeat(weight)}` }] },
    { kind: 'answered', ...subject, status: 200, headers: [] },
  ];
}

/** A log and what reads it, as one worker has them. */
interface Worker {
  log: SessionLog;
  records: TabRecords;
}

/** A worker that begins with what this store holds, so much later. */
export async function started(
  storage: MemoryStorage,
  later = 0,
  bytesPerTab?: number,
): Promise<Worker> {
  const log = new SessionLog(storage);
  await log.load();
  const room = bytesPerTab === undefined ? {} : { bytesPerTab: () => bytesPerTab };
  return { log, records: new TabRecords(log, { now: STARTED + later, ...room }) };
}

/** A worker that has recorded so many requests, and kept them. */
export async function recorded(
  storage: MemoryStorage,
  count: number,
  weight?: number,
): Promise<Worker> {
  const worker = await started(storage);
  for (let n = 0; n < count; n++) {
    for (const record of request(n, weight)) worker.log.add(1, record);
    if (n % 50 === 0) await worker.log.flush();
  }
  await worker.log.flush();
  return worker;
}

/** What it reads of a tab. */
export const readOf = async ({ records }: Worker, tabId = 1) => (await records.open(tabId)).read();

/** All that a checkpoint would hold. */
export const wholeOf = (recording: Recording) => {
  const { exchanges } = recording;
  return [
    recording.report({ source: { kind: 'tab' }, version: '0' }),
    exchanges.ids().map((id) => exchanges.get(id)),
  ];
};
