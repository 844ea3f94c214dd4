import { hasLived, livedAttributes } from '../credentials/lived-attributes.js';
import type { Credential } from '../model.js';
import { logsIn } from '../role-table.js';
import { type Text, text, type Told } from '../text.js';
import { isSigningKey } from '../values/signatures/signed-request.js';
import { tellText } from '../values/telling/redact.js';
import { namesOf } from './names.js';
import { wasSent } from './standing.js';

/** What was not seen of a site. */
export interface Missing {
  words: Text[];
  /** Without it no grade would mean anything. */
  isDecisive: boolean;
}

/** Below that a role is told by a name or a look alone. */
const LEAST_SURE = 0.5;

/** So many rules are named. */
const MOST_CHECKS = 3;

/** What was not seen of what logs in at a site; `from`: what its verdict was told by. */
export function missingOf(
  all: readonly Credential[],
  from: readonly Credential[],
  unseenRules: readonly Text[],
): Missing {
  const cookies = all.filter(
    (c) => c.kind === 'cookie' && c.signs === undefined && logsIn(c) && hasLived(c),
  );
  const flags = cookies.filter((c) => !knowsFlags(c));
  const reach = cookies.filter((c) => !flags.includes(c) && !knowsReach(c));
  const unused = from.some(wasSent) ? [] : from;
  // Whoever has a token is the user, sent or not; what a cookie is for, its use tells.
  const isOpen = unused.some(({ kind, role }) => kind === 'cookie' || !logsIn({ role }));
  const signing = from.filter(isSigningKey);
  const guessed = from.filter((c) => logsIn(c) && c.confidence < LEAST_SURE);
  const words = [
    ...said(guessed, (names) =>
      text('unknown_user', 'whether {names} logs anybody in: nothing was seen that shows it', {
        names,
      }),
    ),
    ...said(signing, () =>
      text('unknown_signing_key', 'where the key is kept that signs requests, and when it ends'),
    ),
    ...said(flags, (names) =>
      text('unknown_flags', 'the flags of {names} (HttpOnly, Secure, SameSite)', { names }),
    ),
    ...said(unused, (names) => text('unknown_use', 'whether and where {names} is sent', { names })),
    ...said(reach, (names) =>
      text('unknown_reach', 'Domain, Path or lifetime of {names}', { names }),
    ),
  ];
  if (words.length === 0) words.push(...unanswered(unseenRules));
  return { words, isDecisive: flags.length > 0 || isOpen || signing.length > 0 };
}

function knowsFlags(credential: Credential): boolean {
  const { httpOnly, secure, sameSite } = livedAttributes(credential);
  return httpOnly !== undefined && secure !== undefined && sameSite !== undefined;
}

function knowsReach({ attributes }: Credential): boolean {
  const { hostOnly, path, persistent } = attributes ?? {};
  return hostOnly !== undefined && path !== undefined && persistent !== undefined;
}

/** The first of the rules that nothing answered, each in its own words, and how many more. */
function unanswered(titles: readonly Text[]): Text[] {
  const more = titles.length - MOST_CHECKS;
  return [
    ...titles.slice(0, MOST_CHECKS).map((title) =>
      text('unknown_rule', 'what tells whether this is so: “{title}”', {
        title: tellText(title),
      }),
    ),
    ...(more > 0
      ? [text('unknown_rules', 'what {count} more checks look at', { count: more })]
      : []),
  ];
}

function said(credentials: readonly Credential[], sentence: (names: Told) => Text): Text[] {
  return credentials.length === 0 ? [] : [sentence(namesOf(credentials))];
}
