import { seeds } from '../faults.js';
import type { Variant } from '../variant.js';
import { lostLoginVisit, NEVER_LOGGED_IN } from '../visits.js';

/** The line of the session's cookie, written anew on its way out, as a proxy would. */
function rewritten(lines: string): readonly [string, string] {
  return [
    'site.use(noiseRoutes());',
    `site.use(noiseRoutes());
  site.use((_, response, next) => {
    const set = response.setHeader.bind(response);
    const anew = (line: string) => (line.startsWith('shop.sid=') ? ${lines} : line);
    response.setHeader = (name, value) => set(name, /^set-cookie$/i.test(name) ? [value].flat().flatMap((line) => anew(String(line))) : value);
    next();
  });`,
  ];
}

const LASTING: readonly [string, string] = [
  "name: 'shop.sid'",
  "name: 'shop.sid', cookie: { maxAge: 2_592_000_000 }",
];
const lost = { visit: lostLoginVisit, noSecondLogin: NEVER_LOGGED_IN } as const;

/** Lines that say what nobody meant. */
export const LINES: readonly Variant[] = [
  {
    of: 'kept-session',
    name: 'two-ends',
    edits: [LASTING, rewritten("line + '; Max-Age=172800'")],
    seeds: seeds('shop.sid', 'cookie-expiry-conflict', 'session-not-rotated-at-login'),
  },
  {
    of: 'kept-session',
    name: 'no-date',
    edits: [LASTING, rewritten("line.replace(/Expires=[^;]*/, 'Expires=in a month')")],
    seeds: seeds('shop.sid', 'cookie-date-invalid', 'cookie-missing-secure'),
  },
  {
    of: 'kept-session',
    name: 'meant-off',
    edits: [rewritten("line.replace('HttpOnly', 'HttpOnly=false')")],
    seeds: seeds('shop.sid', 'cookie-malformed', 'cookie-missing-secure'),
  },
  {
    of: 'kept-session',
    name: 'odd-samesite',
    edits: [rewritten("line + '; SameSite=Loose'")],
    seeds: [{ ruleId: 'cookie-samesite-invalid', name: 'shop.sid', least: 'medium' }],
  },
  {
    of: 'kept-session',
    name: 'twice',
    edits: [
      rewritten(
        "[line, line.replace(/=s%3A[^;]*/, '=s%3A' + 'left'.repeat(8) + '.' + 'over'.repeat(10)) " +
          "+ '; Domain=kept-session.test']",
      ),
    ],
    seeds: seeds('shop.sid', 'cookie-duplicate-name', 'session-not-rotated-at-login'),
  },
  {
    of: 'kept-session',
    name: 'over-before-it-began',
    edits: [rewritten("line + '; Expires=Thu, 01 Jan 1990 00:00:00 GMT'")],
    seeds: seeds('shop.sid', 'cookie-expired-on-arrival'),
    ...lost,
  },
  {
    of: 'kept-session',
    name: 'secure-over-http',
    edits: [rewritten("line + '; Secure'")],
    seeds: seeds('shop.sid', 'cookie-rejected-by-browser'),
    ...lost,
  },
];
