import { setVerdict } from '../src/engine/cookies/cookie-verdict.js';
import { type LoggedRequest, policyOf, requestOf } from './chrome-log.js';
import { compare, type DataSet, readJsonLines, unlessEqual } from './data-set.js';

interface Logged extends LoggedRequest {
  setCookie: string;
  blocked: string[];
}

/**
 * Domains that joined the public suffix list after the log was written: by today's list, the
 * answer.
 */
const SUFFIXES_SINCE: Readonly<Record<string, string[]>> = {
  '1j7om.csb.app __cfduid': ['InvalidDomain'],
};

/** Before all dates in the logs: no line of theirs is out of date. */
const NOW = Date.UTC(2019, 0, 1);

export const chromeSetCookie: DataSet = {
  title: 'Chrome’s verdicts on Set-Cookie',
  run: (dir) =>
    compare(readJsonLines(dir, 'cookies/chrome-setcookie-verdicts.jsonl') as Logged[], (logged) => {
      const { stored, chrome } = setVerdict(
        logged.setCookie,
        requestOf(logged),
        NOW,
        policyOf(logged),
      );
      const name = `${new URL(logged.url).host} ${logged.setCookie.split('=', 1)[0]}`;
      const blocked = SUFFIXES_SINCE[name] ?? logged.blocked;
      return unlessEqual(name, [blocked.length === 0, blocked], [stored, chrome]);
    }),
};
