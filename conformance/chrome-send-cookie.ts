import type { JarCookie } from '../src/engine/model.js';
import { sendReasons } from '../src/engine/cookies/cookie-verdict.js';
import { type LoggedRequest, policyOf, requestOf } from './chrome-log.js';
import { compare, type DataSet, readJsonLines, unlessEqual } from './data-set.js';

interface ChromeCookie {
  name: string;
  domain: string;
  path: string;
  httpOnly: boolean;
  secure: boolean;
  session: boolean;
  sameSite?: 'Strict' | 'Lax' | 'None';
}

interface Logged extends LoggedRequest {
  cookie: ChromeCookie;
  blocked: string[];
}

const NOW = Date.UTC(2019, 0, 1);

export const chromeSendCookie: DataSet = {
  title: 'Chrome’s verdicts on Cookie',
  run: (dir) =>
    compare(
      readJsonLines(dir, 'cookies/chrome-sendcookie-verdicts.jsonl') as Logged[],
      (logged) => {
        const reasons = sendReasons(
          jarCookie(logged.cookie),
          requestOf(logged),
          NOW,
          policyOf(logged),
        );
        return unlessEqual(
          `${logged.cookie.name} to ${new URL(logged.url).host}`,
          logged.blocked,
          reasons,
        );
      },
    ),
};

/** The DevTools protocol marks a domain cookie by a leading dot. */
function jarCookie({
  name,
  domain,
  path,
  httpOnly,
  secure,
  session,
  sameSite = undefined,
}: ChromeCookie): JarCookie {
  return {
    name,
    value: '',
    path,
    httpOnly,
    secure,
    sameSite: sameSite === undefined ? 'unset' : (sameSite.toLowerCase() as JarCookie['sameSite']),
    domain: domain.replace(/^\./, ''),
    hostOnly: !domain.startsWith('.'),
    partitioned: false,
    persistent: !session,
  };
}
