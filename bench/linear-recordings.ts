// Recordings that grow in one way alone, and what is measured of them: from the text to the report.
import { readHar } from '../src/engine/normalize/sources/har.js';
import type { Report } from '../src/engine/report/report.js';
import { Recording } from '../src/recording/recording.js';
import { seededRandom } from './seeded-random.js';

const START = Date.UTC(2026, 0, 1);
const ID = 'sid=0f3a9d7c5b1e8a4260c1d2e3f4a5b6c7';

interface Made {
  url: string;
  sent?: string;
  set?: string;
  body?: string;
}

function harOf(exchanges: readonly Made[]): string {
  const headersOf = (name: string, value?: string) =>
    value === undefined ? [] : [{ name, value }];
  const entries = exchanges.map(({ url, sent, set, body }, number) => ({
    startedDateTime: new Date(START + number * 100).toISOString(),
    time: 20,
    _resourceType: 'fetch',
    request: { method: 'GET', url: `https://shop.test${url}`, headers: headersOf('cookie', sent) },
    response: {
      status: 200,
      headers: headersOf('set-cookie', set),
      content: { mimeType: 'application/json', ...(body === undefined ? {} : { text: body }) },
    },
  }));
  return JSON.stringify({ log: { entries } });
}

/** From a text to a report, as the command does it. */
export function analyzed(text: string): Report {
  const { exchanges, diagnoses } = readHar(JSON.parse(text));
  const recording = Recording.fromExchanges(exchanges, { diagnoses });
  return recording.report({ source: { kind: 'har', url: 'https://shop.test' }, version: '0' });
}

const each = <T>(count: number, make: (number: number) => T): T[] =>
  Array.from({ length: count }, (_, number) => make(number));

/** What grows, from which size on, and a recording of a size. */
export const RECORDINGS: readonly (readonly [string, number, (size: number) => string])[] = [
  ['entries', 1_000, (size) => harOf(each(size, (n) => ({ url: `/items/${n}`, sent: ID })))],
  [
    'credentials',
    400,
    (size) => {
      const random = seededRandom(1);
      return harOf(
        each(size, (n) => ({
          url: `/${n}`,
          set: `id-${n}=${random.hex(32)}; Path=/${n}; HttpOnly`,
        })),
      );
    },
  ],
  [
    'one value',
    20_000,
    (size) => {
      const value = seededRandom(2).base64(size).replace(/[+/=]/g, 'x');
      return harOf([{ url: `/?token=${value}`, body: JSON.stringify({ access_token: value }) }]);
    },
  ],
];
