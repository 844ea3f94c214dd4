import type { SessionLog } from '../log/session-log.js';
import type { RecordCheckpoint, TabRecord } from './tab-record.js';

/** Replaces the log of a tab by a checkpoint of its record. */
export function replaceLog(
  log: SessionLog,
  tabId: number,
  record: TabRecord,
  checkpoint: RecordCheckpoint,
): void {
  const texts = ({ state, add, drop }: RecordCheckpoint) => ({
    state,
    add: add.map(({ text }) => text),
    drop,
  });
  const given = log.replace(tabId, texts(checkpoint), () => {
    const { checkpoint: smallest, begin } = record.startOver();
    return { checkpoint: texts(smallest), taken: begin };
  });
  record.stored(checkpoint.add, given);
}
