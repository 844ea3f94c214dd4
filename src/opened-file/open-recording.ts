import type { Exchange } from '../engine/model.js';
import { NotAHarError, readHar } from '../engine/normalize/har.js';
import type { FileProgress } from '../messaging/opened-file.js';
import { Recording } from '../recording/recording.js';
import { inPercent } from './in-percent.js';
import { FileFaultError, readJson } from './read-json.js';

/** What a file recorded, and when it ends. */
export interface Opened {
  recording: Recording;
  end: number;
}

/**
 * Reads a HAR file into a recording; `tell` is called with each new percent.
 * @throws FileFaultError
 */
export async function openRecording(
  file: Blob,
  tell: (progress: FileProgress) => void,
): Promise<Opened> {
  const { exchanges, diagnoses } = harOf(
    await readJson(file, (percent) => tell({ step: 'reading', percent })),
  );
  if (exchanges.length === 0) throw new FileFaultError({ fault: 'empty' });
  const recording = Recording.fromExchanges(exchanges, {
    diagnoses,
    taken: inPercent((percent) => tell({ step: 'analysing', percent })),
  });
  return { recording, end: exchanges.reduce(later, 0) };
}

function harOf(parsed: unknown): ReturnType<typeof readHar> {
  try {
    return readHar(parsed);
  } catch (error) {
    if (error instanceof NotAHarError) throw new FileFaultError({ fault: 'har' });
    throw error;
  }
}

function later(end: number, { startedAt, endedAt }: Exchange): number {
  return Math.max(end, endedAt ?? startedAt);
}
