import { MemoryJar } from '../test/support/memory-jar.js';
import type { CookieMode } from '../src/engine/cookies/cookie-mode.js';
import { compare, type DataSet, readJson, unlessEqual } from './data-set.js';

interface Vector {
  test: string;
  received: string[];
  sent: { name: string; value: string }[];
  'sent-to'?: string;
}

const HOST = 'http://home.example.org:8888';
/** The vectors speak of 2019 as of the future. */
const NOW = Date.UTC(2019, 0, 1);

/** Where RFC 6265bis and browsers changed an answer, beside those to nameless cookies. */
const CHANGED_SINCE: Readonly<Record<string, string>> = {
  DISABLED_CHROMIUM0022: '', // a NUL refuses the line (§5.6), where it once ended it
  DISABLED_CHROMIUM0023: '', // so does a carriage return
  DISABLED_PATH0029: '', // `%6F` in a request's path is not read as `o`
  OPTIONAL_DOMAIN0042: 'foo=bar', // the last Domain counts, even empty (§5.7)
};

export const httpState: DataSet = {
  title: 'http-state cookies, plain RFC 6265',
  run: (dir) =>
    compare(vectors(dir), (vector) =>
      unlessEqual(vector.test, headerOf(vector), answer(vector, 'rfc6265')),
    ),
};

export const httpStateToday: DataSet = {
  title: 'http-state cookies, as today’s browsers answer',
  run(dir) {
    const overrides = {
      ...CHANGED_SINCE,
      ...(readJson(dir, 'cookies/http-state-layered-overrides.json') as Record<string, string>),
    };
    return compare(vectors(dir), (vector) =>
      unlessEqual(
        vector.test,
        overrides[vector.test] ?? headerOf(vector),
        answer(vector, 'browser'),
      ),
    );
  },
};

function vectors(dir: string): Vector[] {
  return readJson(dir, 'cookies/http-state-parser.json') as Vector[];
}

function headerOf({ sent }: Vector): string {
  return sent.map(({ name, value }) => `${name}=${value}`).join('; ');
}

function answer({ test, received, 'sent-to': sentTo }: Vector, mode: CookieMode): string {
  const jar = new MemoryJar(mode);
  for (const line of received) jar.set(line, { url: `${HOST}/cookie-parser?${test}` }, NOW);
  // Without a word on it, the vectors' own server then redirects to this page.
  return jar.header({ url: new URL(sentTo ?? '/cookie-parser-result', HOST).href }, NOW);
}
