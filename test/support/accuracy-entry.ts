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
  /** Headers of the request and of its answer, and what this one holds. */
  sends?: Record<string, string>;
  answers?: Record<string, string>;
  text?: string;
  mimeType?: string;
  status?: number;
  /** What asked for it. */
  type?: string;
}

const pairs = (headers: Record<string, string>) =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

export const FIRST = Date.UTC(2026, 0, 1);

/** The entries of a recording, a second after one another. */
export function entries(...requests: Request[]): HarEntry[] {
  return requests.map(
    ({ step, url, body, redirectURL = '', time = 10, held, sets = [], ...more }, index) => ({
      _step: step,
      ...(more.type === undefined ? {} : { _resourceType: more.type }),
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
        headers: [
          ...pairs(more.sends ?? {}),
          ...(held
            ? [
                {
                  name: 'Cookie',
                  value: Object.entries(held)
                    .map(([name, value]) => `${name}=${value}`)
                    .join('; '),
                },
              ]
            : []),
        ],
        ...(body === undefined
          ? {}
          : { postData: { mimeType: 'application/x-www-form-urlencoded', text: body } }),
      },
      response: {
        status: more.status ?? (redirectURL === '' ? 200 : 303),
        headers: [
          ...pairs(more.answers ?? {}),
          ...sets.map((value) => ({ name: 'Set-Cookie', value })),
        ],
        redirectURL,
        content: {
          mimeType: more.mimeType ?? 'text/plain',
          ...(more.text === undefined ? {} : { text: more.text }),
        },
      },
    }),
  );
}
