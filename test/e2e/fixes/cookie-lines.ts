import type { FixCase } from './fix-case.js';
import type { Site } from './site.js';

/** A cookie of the session that is set as rules complain of, at a login. */
interface LineCase extends Partial<Omit<FixCase, 'site' | 'mended'>> {
  what: string;
  rules: FixCase['rules'];
  /** `<value>` is the id of the session, `<domain>` the domain of the site. */
  line: string;
  site?: Partial<Site>;
}

/** The line of the report is sent in its place. */
export function lineCase({ line, site, ...more }: LineCase): FixCase {
  return {
    ...more,
    site: { ...site, lines: [line] },
    mended: (fix) => ({ lines: fix.line === undefined ? [] : [fix.line] }),
  };
}

const NEXT_YEAR = new Date(Date.UTC(2099, 0, 1)).toUTCString();
const GOOD = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** Every rule that changes a line, alone and together with others. */
const LINES: readonly LineCase[] = [
  {
    what: 'readable by scripts',
    rules: ['cookie-missing-httponly'],
    line: 'sid=<value>; Path=/; Secure; SameSite=Lax',
  },
  {
    what: 'without Secure',
    rules: ['cookie-missing-secure'],
    line: 'sid=<value>; Path=/; HttpOnly; SameSite=Lax',
  },
  {
    what: 'without Secure, on a site over http',
    rules: ['cookie-missing-secure'],
    line: 'sid=<value>; Path=/; HttpOnly; SameSite=Lax',
    scheme: 'http',
  },
  {
    what: 'without SameSite',
    rules: ['cookie-missing-samesite'],
    line: 'sid=<value>; Path=/; Secure; HttpOnly',
  },
  {
    what: 'with nothing at all',
    rules: ['cookie-missing-httponly', 'cookie-missing-secure', 'cookie-missing-samesite'],
    line: 'sid=<value>',
  },
  {
    what: 'with nothing at all, on a site over http',
    rules: ['cookie-missing-httponly', 'cookie-missing-secure', 'cookie-missing-samesite'],
    line: 'sid=<value>; Path=/',
    scheme: 'http',
  },
  {
    what: 'for all sites, without Secure',
    rules: ['cookie-samesite-none-insecure'],
    line: 'sid=<value>; Path=/; HttpOnly; SameSite=None',
  },
  {
    what: 'for all sites, without Secure, on a site over http',
    rules: ['cookie-samesite-none-insecure'],
    line: 'sid=<value>; Path=/; HttpOnly; SameSite=None',
    scheme: 'http',
  },
  {
    what: 'for all sites',
    rules: ['cookie-samesite-none-on-session'],
    line: 'sid=<value>; Path=/; Secure; HttpOnly; SameSite=None',
  },
  {
    what: 'with a SameSite that does not exist',
    rules: ['cookie-samesite-invalid'],
    line: 'sid=<value>; Path=/; Secure; HttpOnly; SameSite=Yes',
  },
  ...['__host-sid', '__Secure-sid'].map((name): LineCase => ({
    what: `called ${name}, without Secure`,
    rules: ['cookie-prefix-violated'],
    line: `${name}=<value>; Path=/; HttpOnly; SameSite=Lax`,
  })),
  {
    what: 'called __Host-, with a Path',
    rules: ['cookie-prefix-violated'],
    line: '__Host-sid=<value>; Path=/account; Secure; HttpOnly; SameSite=Lax',
  },
  {
    what: 'called __Host-, with a Domain',
    rules: ['cookie-prefix-violated'],
    line: `__Host-sid=<value>; Domain=<domain>; ${GOOD}`,
    below: 'www.',
  },
  {
    what: 'called __Host-, on a site over http',
    rules: ['cookie-prefix-violated'],
    line: '__Host-sid=<value>; Path=/; HttpOnly; SameSite=Lax',
    scheme: 'http',
  },
  {
    what: 'that could be called __Host-',
    rules: ['cookie-prefix-available'],
    line: `sid=<value>; ${GOOD}`,
  },
  {
    what: 'that could be called __Secure-',
    rules: ['cookie-prefix-available'],
    line: 'sid=<value>; Path=/account; Secure; HttpOnly; SameSite=Lax',
  },
  {
    what: 'kept for weeks, by Max-Age',
    rules: ['cookie-persistent-session'],
    line: `sid=<value>; Max-Age=1209600; ${GOOD}`,
  },
  {
    what: 'kept for years, by Expires',
    rules: ['cookie-persistent-session'],
    line: `sid=<value>; Expires=${NEXT_YEAR}; ${GOOD}`,
  },
  {
    what: 'kept for years, by Max-Age, with nothing else',
    rules: [
      'cookie-persistent-session',
      'cookie-missing-httponly',
      'cookie-missing-secure',
      'cookie-missing-samesite',
    ],
    line: 'sid=<value>; Max-Age=315360000; Path=/',
  },
  {
    what: 'that has ended when it comes',
    rules: ['cookie-expired-on-arrival'],
    line: `sid=<value>; Expires=Thu, 01 Jan 2015 00:00:00 GMT; ${GOOD}`,
  },
  {
    what: 'for the domain of another site',
    rules: ['cookie-domain-rejected'],
    line: `sid=<value>; Domain=elsewhere.example; ${GOOD}`,
  },
  {
    what: 'for a public suffix',
    rules: ['cookie-domain-rejected'],
    line: `sid=<value>; Domain=example; ${GOOD}`,
  },
  {
    what: 'with a date that is none',
    rules: ['cookie-date-invalid'],
    line: `sid=<value>; Expires=tomorrow; ${GOOD}`,
  },
  {
    what: 'with a Max-Age that is no number',
    rules: ['cookie-date-invalid'],
    line: `sid=<value>; Max-Age=1h; ${GOOD}`,
  },
  {
    what: 'with two ends that differ',
    rules: ['cookie-expiry-conflict', 'cookie-persistent-session'],
    line: `sid=<value>; Max-Age=1209600; Expires=${NEXT_YEAR}; ${GOOD}`,
  },
  ...[
    ['a flag that has a value', 'Secure=false; HttpOnly; SameSite=Lax; Path=/'],
    ['an attribute that does not exist', `${GOOD}; Sessions=on`],
    ['a path that begins with no slash', 'Path=account; Secure; HttpOnly; SameSite=Lax'],
  ].map(([what, attributes]): LineCase => ({
    what: `with ${what}`,
    rules: ['cookie-malformed'],
    line: `sid=<value>; ${attributes}`,
  })),
];

export const LINE_CASES: readonly FixCase[] = LINES.map(lineCase);
