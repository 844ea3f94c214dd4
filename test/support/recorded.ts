import type { Millis } from '../../src/engine/model.js';
import type { LogRecord } from '../../src/recording/record.js';
import { Recording } from '../../src/recording/recording.js';
import { START } from './exchange.js';

const SITE = 'https://shop.test';

interface Told {
  url?: string;
  at?: Millis;
  sends?: string;
  sets?: string;
}

/** A request and its answer, as the browser tells of them. */
export function request(
  id: number,
  { url = `${SITE}/${id}`, at = START + id, sends, sets }: Told = {},
) {
  const subject = { id: String(id), at, url, method: 'GET', type: 'fetch' as const, frameId: 0 };
  const records: LogRecord[] = [
    { kind: 'sent', ...subject, headers: sends ? [{ name: 'cookie', value: sends }] : [] },
    {
      kind: 'answered',
      ...subject,
      status: 200,
      headers: sets ? [{ name: 'set-cookie', value: sets }] : [],
    },
  ];
  return records;
}

/** The recording of these lines of a log. */
export function recorded(...records: LogRecord[]): Recording {
  const recording = new Recording();
  for (const record of records) recording.add(record);
  return recording;
}
