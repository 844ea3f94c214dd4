import type { HarEntry } from '../../accuracy/evaluate/inventory.js';

/** A request of a visit, as far as a test cares. */
export interface Request {
  step: string;
  url: string;
  body?: string;
  redirectURL?: string;
  /** How long its answer took. */
  time?: number;
  /** Cookies of its host that the jar held when it left. */
  held?: Record<string, string>;
  sets?: string[];
}

export const FIRST = Date.UTC(2026, 0, 1);

/** The entries of a recording, a second after one another. */
export function entries(...requests: Request[]): HarEntry[] {
  return requests.map(
    ({ step, url, body, redirectURL = '', time = 10, held, sets = [] }, index) => ({
      _step: step,
      ...(held
        ? {
            _held: Object.entries(held).map(([name, value]) => ({
              name,
              value,
              domain: new URL(url).hostname,
            })),
          }
        : {}),
      startedDateTime: new Date(FIRST + index * 1_000).toISOString(),
      time,
      request: {
        method: body === undefined ? 'GET' : 'POST',
        url,
        headers: held
          ? [
              {
                name: 'Cookie',
                value: Object.entries(held)
                  .map(([name, value]) => `${name}=${value}`)
                  .join('; '),
              },
            ]
          : [],
        ...(body === undefined
          ? {}
          : { postData: { mimeType: 'application/x-www-form-urlencoded', text: body } }),
      },
      response: {
        status: redirectURL === '' ? 200 : 303,
        headers: sets.map((value) => ({ name: 'Set-Cookie', value })),
        redirectURL,
        content: { mimeType: 'text/plain' },
      },
    }),
  );
}
