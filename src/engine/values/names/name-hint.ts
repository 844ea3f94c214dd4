import { memo } from '../../memo.js';
import type { Role } from '../../model.js';
import { WORDS } from './hint-words.js';
import { PRODUCTS } from './product-names.js';
import { regex } from '../../regex.js';

/** What a name alone suggests: the weakest evidence there is (design: "names, last"). */
export interface NameHint {
  role: Role;
  /** Framework or product the name is documented for. */
  from?: string;
}

/** Sites set one to see whether the browser takes cookies at all. */
const PROBE = regex()`
  ^(?:cookies?)?(?:test|tests|testing|check|checks|checker|probe|support|supported|supports
  |enabled|works|detect|detection)(?:cookies?)?$`;

/** True for a parameter with which a site looks whether the cookie came back: `?_checkCookie=1`. */
export function isCookieProbe(name: string): boolean {
  return wordsOf(name).some((word) => word.includes('cookie') && PROBE.test(word));
}

/** Role that a cookie's, header's, key's or parameter's name suggests. */
export const hintOf = memo(readHint);

/**
 * All other roles are of what servers sign and hide as they do a session: by its look it is none of
 * them more than another.
 */
const NO_LOOKALIKES: readonly (Role | undefined)[] = [undefined, 'session', 'basic', 'api-key'];

/** Of what may look like a session, the one that the name suggests in its place. */
export function lookalikeOf(name: string): Role | undefined {
  const role = hintOf(name)?.role;
  return NO_LOOKALIKES.includes(role) ? undefined : role;
}

/** The number of a token, which is another thing than the token; a session is called by its own. */
const OF_TOKEN = /(?:refresh|access|auth|id)[-_]?token[-_]?(?:id|uuid)s?$/i;

function readHint(name: string): NameHint | undefined {
  for (const [pattern, role, from] of PRODUCTS) if (pattern.test(name)) return { role, from };
  if (OF_TOKEN.test(name)) return undefined;
  const words = wordsOf(name);
  // As the whole name a token's (Django's simplejwt); beside others mostly `last access`.
  if (words.length === 1 && words[0] === 'access') return { role: 'access-token' };
  // What stands behind a library's name says more than that: `better-auth.trust_device`.
  for (const some of [wordsOf(name.replace(/^[\w-]+\./, '')), words]) {
    const row = WORDS.find(([pattern]) => some.some((word) => pattern.test(word)));
    if (row) return { role: row[1] };
  }
  // A cookie that speaks of cookies is about being allowed to set them, or about being able to.
  if (words.some((word) => PROBE.test(word))) return undefined;
  if (words.some((word) => OF_COOKIES.test(word)) || /^cookie$/i.test(name))
    return { role: 'consent' };
  return OF_SESSION.test(name) ? { role: 'session' } : undefined;
}

/** True for the name of a cookie that only shows whether the browser keeps cookies. */
export const isProbeName = memo((name): boolean => {
  const words = wordsOf(name);
  const ofCookies = words.some((word) => /^cookies?(?:$|[a-z])|[a-z]cookies?$/.test(word));
  return words.includes('probe') || (ofCookies && words.some((word) => PROBE.test(word)));
});

const OF_COOKIES = regex()`
  ^cookies$|^cookies?(?:polic\w*|notic\w*|accept\w*|consent\w*|law|bars?|banner|pref\w*
  |setting\w*|agree\w*|allow\w*|control|info|messages?|hint|warn\w*|disclaimer|dismiss\w*|status
  |level|oks?|seen|closed|hidden|usage|popups?|alerts?|modals?|dialogs?|choice|opt\w*)$`;
/** Written as one word: `OCSESSID`, `FOOSESSION`. */
const OF_SESSION = /sess(?:ion)?[-_]?id$|session$/i;

/** What forms call the values that they send back: of a login form, an edit, a session. */
const SENT_BACK = /(?:token|nonce)$/i;
const SENT_BACK_OF_SESSION = /(?:key|hash|check|ticket)$/i;

/**
 * Role that the name of a hidden input or a meta tag suggests: a page's own token stands against
 * forgery (login_token, session_token), unless it is called one of OAuth's.
 */
export function hintInForm(name: string): NameHint | undefined {
  const hint = hintOf(name);
  if (hint?.from !== undefined) return hint;
  const ofSession = hint?.role === 'session';
  const isOpen = hint === undefined || ofSession || hint.role === 'oauth-state';
  if (isOpen && SENT_BACK.test(name)) return { role: 'csrf' };
  return ofSession && SENT_BACK_OF_SESSION.test(name) ? { role: 'csrf' } : hint;
}

/** `__Host-userAccess_token-2` → user, access, token, 2. */
export function nameWords(name: string): string[] {
  return name
    .slice(0, 128)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && word !== 'host' && word !== 'secure');
}

/** The same, and neighbours joined (`accesstoken`). */
function wordsOf(name: string): string[] {
  const words = nameWords(name);
  return [...words, ...words.slice(1).map((word, i) => words[i]! + word)];
}
