import { MemoryJar } from '../test/support/memory-jar.js';
import { compare, type DataSet, readJson, unlessEqual } from './data-set.js';

interface Vector {
  group: string;
  i: number;
  url: string;
  setCookie: string[];
  expected: string;
}

/** The vectors' dates lie on both sides of it. */
const NOW = Date.UTC(2024, 0, 1);

export const wptCookies: DataSet = {
  title: 'web-platform-tests, cookies',
  run: (dir) =>
    compare(
      readJson(dir, 'cookies/wpt-vectors.json') as Vector[],
      ({ group, i, url, setCookie, expected }) => {
        const jar = new MemoryJar();
        for (const line of setCookie) jar.set(line, { url }, NOW);
        return unlessEqual(`${group} ${i}`, expected, jar.header({ url }, NOW));
      },
    ),
};
