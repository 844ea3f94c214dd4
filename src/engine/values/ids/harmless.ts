import { wordTable } from '../../word-table.js';

/** A part of a value that somebody wrote: a word, or a short number. */
const WORD = /^(?:[a-z]{1,20}|[A-Z][a-z]{1,19}|[A-Z]{1,20}|DPoP|\d{1,5})$/;
const LONGEST = 64;

/**
 * Last words of names that say what a thing is like, and not what it is: `token_type`,
 * `auth-method`, `sessionTimeout`. What stands in such a field is of a vocabulary that all know
 * (RFC 6749 §7.1, RFC 8414 §2), or a length of time.
 */
const OF_KIND = `
  type types kind format scheme mode method methods alg algorithm version status level scope
  scopes prompt display
`;
const OF_MEASURE = `
  timeout ttl lifetime expires expiry age count total length size limit page offset width height
`;
const OF_TASTE = `
  theme lang language locale timezone tz currency country region color colour scheme density
  layout sort order view unit units dark light enabled disabled required visible collapsed
  consent banner
`;
const LAST_WORDS = wordTable(`${OF_KIND} ${OF_MEASURE} ${OF_TASTE}`);
/** Names of which the last word alone would say nothing: `expires_in`, `issued_at`. */
const WHOLE: ReadonlySet<string> = new Set(['expires in', 'max age', 'dark mode', 'not before']);

/**
 * True for a value that is no secret for two reasons together: its name says that it tells of a
 * thing (the last words of `name`, which may be a JSON pointer), and it is made of written words.
 */
export function isHarmless(name: string, value: string): boolean {
  const words = wordsOf(name);
  const tells = LAST_WORDS.has(words.at(-1) ?? '') || WHOLE.has(words.slice(-2).join(' '));
  return tells && value.length <= LONGEST && value.split(/[^A-Za-z0-9]/).every(isWritten);
}

function isWritten(part: string): boolean {
  return part === '' || WORD.test(part);
}

/** `auth_method`, `auth-method`, `authMethod`, `/auth/method`. */
function wordsOf(name: string): string[] {
  return name
    .slice(-200)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean);
}
