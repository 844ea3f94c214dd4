import { parseCookieDate } from '../src/engine/cookies/cookie-date.js';
import { compare, type DataSet, readJson, unlessEqual } from './data-set.js';

export const httpStateDates: DataSet = {
  title: 'http-state cookie dates',
  run(dir) {
    const files = ['cookies/http-state-dates-examples.json', 'cookies/http-state-dates-bsd.json'];
    const vectors = files.flatMap(
      (file) => readJson(dir, file) as { test: string; expected: string | null }[],
    );
    return compare(vectors, ({ test, expected }) => {
      const found = parseCookieDate(test);
      return unlessEqual(
        test,
        expected,
        found === undefined ? null : new Date(found).toUTCString(),
      );
    });
  },
};
