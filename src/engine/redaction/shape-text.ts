import { decodePercent, rewriteBetween, splitPair } from '../normalize/addresses/raw-url.js';
import { looksRandom } from '../values/ids/entropy.js';
import { mayBeId } from '../values/ids/may-be-id.js';
import { encodeLike } from './encode-like.js';
import { isKept } from './kept-member.js';
import { isPersonalClaim } from './personal.js';

// Values in texts that name what they hold: percent-encoded, pairs, markup.

/** Shorter names look random by chance. */
const MIN_ID = 12;
/** Not the `=` at the end of base64. */
const PAIRS = /^[\w.$-]{1,64}=[^&;=\s][^&;\s]*(?:[&;][\w.$-]{1,64}=[^&;\s]*)*$/;
const DIGEST_BEFORE = /^[0-9a-f]{32,128}-(?=[^=&]+=)/;
/** Who somebody is, and what is said of them (SAML Core §2.2, §2.7.3.1). */
const OF_SUBJECT =
  /(<(?:[\w.-]{1,32}:)?(?:NameID|NameIdentifier|AttributeValue)(?:\s[^<>]*)?>)([^<>]+)(?=<)/g;

export function shapedPercent(value: string, deeper: (inner: string, at: string) => string) {
  const plain = decodePercent(value);
  return plain === value ? undefined : encodeLike(value, deeper(plain, '%'));
}

/** `a=b&c=d`: the names stay; a digest before the first one is none (Play). */
export function shapedPairs(
  value: string,
  deeper: (inner: string, at: string) => string,
): string | undefined {
  if (!PAIRS.test(value) || !namesSomething(value)) return undefined;
  const digest = DIGEST_BEFORE.exec(value)?.[0] ?? '';
  if (digest !== '') return deeper(digest, 'mac') + deeper(value.slice(digest.length), 'of');
  return rewriteBetween(value, /[&;]/g, (pair) => {
    const { name, value: inner = '' } = splitPair(pair);
    if (inner === '') return pair;
    const stays = !isPersonalClaim(name) && isKept(name, inner, true);
    return `${name}=${stays ? inner : deeper(inner, name)}`;
  });
}

/** What chance made is no name: the `=` behind it ends base64. */
function namesSomething(value: string): boolean {
  const name = value.slice(0, value.indexOf('='));
  return (
    DIGEST_BEFORE.test(value) || !(name.length >= MIN_ID && (looksRandom(name) || mayBeId(name)))
  );
}

/** XML: what stands between its tags and in its attributes. */
export function shapedMarkup(value: string, deeper: (inner: string, at: string) => string) {
  if (!/^\s*<[\w?!]/.test(value)) return undefined;
  let at = 0;
  const other = (inner: string) => (isKept('', inner, true) ? inner : deeper(inner, `x${at++}`));
  const told = value.replace(
    OF_SUBJECT,
    (_, start: string, inner: string) => start + deeper(inner, `n${at++}`),
  );
  return told.replace(
    /(>)([^<>]+)(?=<)|(=")([^"<>]*)(?=")|(=')([^'<>]*)(?=')/g,
    (_, ...groups: (string | undefined)[]) =>
      groups
        .slice(0, 6)
        .map((group = '', place) => (place % 2 === 1 && group !== '' ? other(group) : group))
        .join(''),
  );
}
