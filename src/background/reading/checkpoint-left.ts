import { Recording } from '../../recording/recording.js';
import type { SavedRecording } from '../../recording/saved-recording.js';
import type { SessionLog } from '../log/session-log.js';
import type { Left } from '../log/tab-log.js';
import type { Slices } from './slices.js';

/** Pieces that are asked of the store at once. */
const TOGETHER = 8;

/**
 * Reads in slices the state that an earlier worker left of a tab, without what was observed after
 * it.
 */
export async function checkpointLeft(
  log: Pick<SessionLog, 'read'>,
  left: Left | undefined,
  revision: number,
  slices: Slices,
): Promise<Recording> {
  const [saved] = left?.state === undefined ? [] : await log.read([left.state]);
  const state = new Recording(
    revision,
    saved === undefined ? undefined : (JSON.parse(saved) as SavedRecording),
  );
  await slices.pause();
  const pieces = left?.pieces ?? [];
  for (let at = 0; at < pieces.length; at += TOGETHER) {
    const some = pieces.slice(at, at + TOGETHER);
    const texts = await Promise.all(some.map(([, key]) => log.read([key])));
    for (const [index, [number]] of some.entries())
      for (const text of texts[index]!)
        if (text !== undefined) state.exchanges.pieces.load(number, text);
    await slices.pause();
  }
  state.exchanges.pieces.loaded();
  return state;
}
