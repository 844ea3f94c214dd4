import { readFileSync } from 'node:fs';

export interface LoggedRequest {
  url: string;
  /** Origin that asked; absent for what the browser or its user asked for. */
  initiator?: string;
}

/** Chromium's words for a request that no page and no extension made. */
const NOBODY = 'not an origin';

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: { url?: string; initiator: string } }[];
}

/** Every request that reached the browser's network stack, from Chromium's `--log-net-log` file. */
export function readNetLog(file: string): LoggedRequest[] {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
  const started = constants.logEventTypes['URL_REQUEST_START_JOB'];
  return events.flatMap(({ type, params }) =>
    type === started && params?.url
      ? { url: params.url, ...(params.initiator !== NOBODY && { initiator: params.initiator }) }
      : [],
  );
}
