import { Recording } from '../../src/recording/recording.js';
import type { SavedRecording } from '../../src/recording/saved-recording.js';

/** All that a checkpoint holds of a recording, as text. */
export function checkpointOf(recording: Recording): string {
  const pieces = recording.exchanges.pieces.toWrite().add.map(({ text }) => text);
  return JSON.stringify({ state: recording.save(), pieces });
}

/** The recording that another worker makes of it. */
export function restoredFrom(checkpoint: string, revision = 0): Recording {
  const { state, pieces } = JSON.parse(checkpoint) as { state: SavedRecording; pieces: string[] };
  const recording = new Recording(revision, state);
  for (const [number, text] of pieces.entries()) recording.exchanges.pieces.load(number, text);
  recording.exchanges.pieces.loaded();
  return recording;
}
