import type { Exchange, Millis } from '../../model.js';
import { type Diagnosis, diagnosis, text } from '../../text.js';
import { EmptiedValues } from './emptied-values.js';
import type { HeaderTally } from './har-headers.js';
import { LivingCookies } from './living-cookies.js';
import { isMasked, sanitized } from './masked-value.js';
import { MissingContent } from './missing-content.js';
import { parseUrl } from '../addresses/site.js';
import { parametersOf } from '../addresses/url-parameters.js';

/** What is noted of a HAR file while it is read, and what must be told of it. */
export class FileTally implements HeaderTally {
  masked = 0;
  carriers = 0;
  readonly emptied = new EmptiedValues();
  readonly living: LivingCookies;
  readonly missing = new MissingContent();
  #withoutTime = 0;
  #wholeSeconds = false;
  #oneTime = false;
  readonly #leftOut: number[] = [];

  constructor(entries: Iterable<unknown>) {
    this.living = new LivingCookies(entries);
  }

  /** An entry that has no request with a URL. */
  leaveOut(index: number): void {
    this.#leftOut.push(index);
  }

  /** An address as the file writes it: a password in it is masked later, and not by the file. */
  readUrl(written: string): void {
    const parsed = written.includes('=') ? parseUrl(written) : undefined;
    if (parsed) this.masked += parametersOf(parsed).filter(([, value]) => isMasked(value)).length;
  }

  /** An entry that does not say when it began: at the earliest with the one before it. */
  withoutTime(last: Millis): Millis {
    this.#withoutTime++;
    return last;
  }

  /** The times of the file are whole seconds, and several entries have the same. */
  ofWholeSeconds(): void {
    this.#wholeSeconds = true;
  }

  /** Nothing tells one entry's time from another's. */
  ofOneTime(): void {
    this.#oneTime = true;
  }

  diagnoses(exchanges: readonly Exchange[]): Diagnosis[] {
    const count = exchanges.length;
    const masked = this.masked + exchanges.reduce((sum, exchange) => sum + maskedIn(exchange), 0);
    const web = exchanges.some(({ url }) => url.startsWith('http'));
    return [
      ...(this.#leftOut.length > 0 ? [entriesLeftOut(this.#leftOut)] : []),
      ...(count === 0 ? [NO_ENTRIES] : []),
      ...(masked > 0 ? [sanitized(masked)] : []),
      ...(masked > 0 ? [] : this.emptied.diagnoses()),
      ...(web && this.carriers === 0 ? [NO_CREDENTIALS] : []),
      ...this.missing.diagnoses(),
      ...(this.#withoutTime > 0 ? [timesUnknown(this.#withoutTime, count)] : []),
      ...(this.#oneTime && this.#withoutTime === 0 ? [ONE_TIME] : []),
      ...(this.#wholeSeconds && this.#withoutTime === 0 ? [WHOLE_SECONDS] : []),
    ];
  }
}

function maskedIn({ request, response }: Exchange): number {
  return (request.body?.masked ?? 0) + (response?.body?.masked ?? 0);
}

const NO_ENTRIES = diagnosis(
  text('diagnosis_no_entries', 'the file has no entries: nothing was recorded in it'),
);

const NO_CREDENTIALS = diagnosis(
  text(
    'diagnosis_no_credentials_in_source',
    'the file has no Cookie, Set-Cookie or Authorization header at all: browsers leave them out ' +
      'of an export unless they are told not to. Export it with sensitive data (Chrome and Edge: ' +
      'DevTools > Settings > Preferences > Network > "Allow to generate HAR with sensitive ' +
      'data", then a long click on the export button; Firefox and Safari: record with DevTools ' +
      'open and save all as HAR).',
  ),
);

const WHOLE_SECONDS = diagnosis(
  text(
    'diagnosis_whole_seconds',
    'the file tells times in whole seconds: within one, the order of its entries counts',
  ),
);

const ONE_TIME = diagnosis(
  text(
    'diagnosis_one_time',
    'all entries of the file began at one time: the order of its entries counts, and how long ' +
      'anything lasted is not known',
  ),
);

function timesUnknown(count: number, of: number): Diagnosis {
  return diagnosis(
    text(
      'diagnosis_times_unknown',
      '{count} of {of} entries do not say when they began: lifetimes and the order of what ' +
        'happened may be wrong',
      { count, of },
    ),
  );
}

function entriesLeftOut(indexes: readonly number[]): Diagnosis {
  const [first = 0] = indexes;
  return diagnosis(
    text(
      'diagnosis_har_entries',
      '{count} entries have no request with a URL and are left out; the first is number {first}',
      { count: indexes.length, first },
    ),
  );
}

/** Of a file that ends, or is damaged, after so many entries. */
export function cutOff(count: number): Diagnosis {
  return diagnosis(
    text(
      'diagnosis_truncated',
      'the file is cut off or damaged: only what stands before that was read, ' +
        '{count} whole entries',
      { count },
    ),
  );
}

/** Of a packed file whose own checksum does not fit what is in it. */
export function damaged(): Diagnosis {
  return diagnosis(
    text(
      'diagnosis_damaged',
      'the file was damaged on its way: its checksum does not fit, and what was read of ' +
        'it may be wrong',
    ),
  );
}

/** Of a file with JSON of a line each. */
export function linesLeftOut(count: number): Diagnosis {
  return diagnosis(
    text('diagnosis_lines_left_out', '{count} lines are no JSON and are left out', { count }),
  );
}
