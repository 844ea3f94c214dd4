import type { LogRecord } from '../../recording/record.js';

/**
 * What is told of a tab without reading its log: kept with the log, so that a worker that starts
 * has it at once. It is what was last read, and the requests that came since.
 */
export interface Told {
  /** Address of the page that is shown, raw, and its site. */
  url: string;
  site: string | null;
  requests: number;
  uneventful: number;
  dropped: number;
  loaded: boolean;
  /** What was recorded before the extension was updated or reloaded is gone. */
  renewed: boolean;
  critical: number;
  high: number;
  /** Grows with everything that is observed. */
  revision: number;
  /** The revision at which findings were counted. */
  counted: number;
}

export const NOTHING_TOLD: Told = {
  url: '',
  site: null,
  requests: 0,
  uneventful: 0,
  dropped: 0,
  loaded: false,
  renewed: false,
  critical: 0,
  high: 0,
  revision: 0,
  counted: 0,
};

/** With one record more, of which nothing was read. */
export function toldOf(told: Told, record: LogRecord): Told {
  const next = { ...told, revision: told.revision + 1 };
  switch (record.kind) {
    case 'sent':
      return { ...next, requests: told.requests + 1 };
    case 'answered':
      // Of pictures and their kin the answer alone is told.
      return record.type === 'other' ? { ...next, requests: told.requests + 1 } : next;
    case 'uneventful':
      return { ...told, uneventful: told.uneventful + record.count };
    case 'navigated':
      return { ...next, url: record.url, site: told.url === record.url ? told.site : null };
    case 'loaded':
      return { ...next, loaded: true };
    case 'begun':
      if (record.renewed) return { ...next, renewed: true };
      return { ...next, loaded: false, renewed: false };
    default:
      return next;
  }
}
