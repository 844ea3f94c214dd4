import type { Variant } from '../variant.js';
import { lostLoginVisit, NEVER_LOGGED_IN } from '../visits.js';

const lost = { visit: lostLoginVisit, noSecondLogin: NEVER_LOGGED_IN } as const;

/** Session cookies that the browser does not keep. */
export const REFUSED: readonly Variant[] = [
  {
    of: 'kept-session',
    name: 'prefix',
    edits: [
      ['() => app()),', '() => app(), { secure: true }),'],
      [
        "name: 'shop.sid'",
        "name: '__Host-shop.sid', cookie: { secure: true, domain: 'kept-session.test' }",
      ],
    ],
    labels: [{ carrier: 'cookie', name: '__Host-shop.sid', role: 'session' }],
    seeds: [{ ruleId: 'cookie-prefix-violated', name: '__Host-shop.sid' }],
    ...lost,
  },
  {
    of: 'kept-session',
    name: 'none-insecure',
    edits: [["name: 'shop.sid'", "name: 'shop.sid', cookie: { sameSite: 'none' }"]],
    seeds: [{ ruleId: 'cookie-samesite-none-insecure', name: 'shop.sid' }],
    ...lost,
  },
  {
    of: 'kept-session',
    name: 'foreign-domain',
    edits: [["name: 'shop.sid'", "name: 'shop.sid', cookie: { domain: 'kept-session.example' }"]],
    seeds: [{ ruleId: 'cookie-domain-rejected', name: 'shop.sid' }],
    ...lost,
  },
  {
    of: 'kept-session',
    name: 'public-suffix',
    edits: [["name: 'shop.sid'", "name: 'shop.sid', cookie: { domain: 'test' }"]],
    seeds: [{ ruleId: 'cookie-domain-rejected', name: 'shop.sid' }],
    ...lost,
  },
  {
    of: 'cookie-session',
    name: 'too-large',
    edits: [['since: Date.now()', "since: Date.now(), basket: 'a lamp, a desk, '.repeat(400)"]],
    seeds: [{ ruleId: 'cookie-too-large', name: 'session' }],
    ...lost,
  },
];
