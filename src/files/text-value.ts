import { isCookiesText, readCookiesText } from '../engine/normalize/sources/cookies-text.js';
import { cutOff, linesLeftOut } from '../engine/normalize/sources/har-diagnoses.js';
import type { Diagnosis } from '../engine/text.js';
import { kindOfJson, kindOfText } from './foreign-file.js';
import { readJsonLines } from './json-lines.js';
import { isHar, joinedLogs, logOf } from './logs.js';
import { RefusedError } from './refused.js';
import { wholeEntries } from './whole-entries.js';

/** What a text holds: a HAR file, a saved state, or any other JSON. */
export interface FileValue {
  value: unknown;
  /** What of it could not be read. */
  diagnoses: readonly Diagnosis[];
}

const whole = (value: unknown): FileValue => ({ value, diagnoses: [] });

/**
 * Reads JSON, JSON of a line each, or Netscape's cookies.txt. Requests become a HAR file, whatever
 * they are wrapped in; what was cut is read up to its last whole entry.
 * @throws RefusedError
 */
export function valueOfText(source: string): FileValue {
  if (source.trim() === '') throw new RefusedError('empty');
  try {
    return whole(unwrapped(JSON.parse(source)));
  } catch (error) {
    return valueOfOtherText(source, error);
  }
}

function unwrapped(json: unknown): unknown {
  if (isHar(json) || kindOfJson(json) !== undefined) return json;
  const log = logOf(json);
  return log ? { log } : json;
}

function valueOfOtherText(source: string, error: unknown): FileValue {
  if (isCookiesText(source)) return readCookiesText(source);
  const kind = kindOfText(source);
  if (kind) throw new RefusedError('foreign', kind);
  const lines = valueOfLines(source);
  if (lines) return lines;
  const log = wholeEntries(source);
  const count = log.entries.length;
  if (count > 0) return { value: { log }, diagnoses: [cutOff(count)] };
  if (/"entries"\s*:\s*\[/.test(source) && /end of (?:JSON|data)|unterminated/i.test(String(error)))
    throw new RefusedError('cut');
  // The engine's message may quote the file, and the file is full of secrets: keep the place only.
  throw new RefusedError('json', /(?:position|line) \d+(?: column \d+)?/.exec(String(error))?.[0]);
}

function valueOfLines(source: string): FileValue | undefined {
  const lines = readJsonLines(source);
  if (!lines) return undefined;
  const log = joinedLogs(lines.values);
  if (!log) {
    const kind = kindOfJson(lines.values[0]);
    throw kind ? new RefusedError('foreign', kind) : new RefusedError('har');
  }
  const between = lines.broken - (lines.cut ? 1 : 0);
  return {
    value: { log },
    diagnoses: [
      ...(lines.cut ? [cutOff(log.entries.length)] : []),
      ...(between > 0 ? [linesLeftOut(between)] : []),
    ],
  };
}
