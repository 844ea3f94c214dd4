// @ts-check
// Finds a Firefox that can run the extension's suite.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['firefox-esr', 'firefox', 'firefox-developer-edition', 'firefox-nightly'];
const ELSEWHERE = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Said where there is none. */
export const NO_FIREFOX =
  'No Firefox is installed, so nothing is tested in it: install one (Debian: apt-get install ' +
  'firefox-esr), or set CREDTRAIL_FIREFOX to its path.';

/**
 * Path of a Firefox on this machine.
 * @returns {string | undefined}
 */
export function findFirefox() {
  const wanted = process.env['CREDTRAIL_FIREFOX'];
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`CREDTRAIL_FIREFOX is "${wanted}", which is no file.`);
    return wanted;
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const named = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...named, ...ELSEWHERE].find((path) => existsSync(path));
}
