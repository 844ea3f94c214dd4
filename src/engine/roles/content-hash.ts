import type { Credential } from '../model.js';
import { text } from '../text.js';
import { nameWords } from '../values/names/name-hint.js';
import type { Cue } from './cue.js';
import { regex } from '../regex.js';

/** What such a value is told to be by the last word of a name. */
const HASH = /^(?:hash|digest|checksum|etag)$/;
/** Of what pages are made, or what is in a cart. Whoever has the same has the same hash of it. */
const CONTENT = regex()`
  ^(?:cart|basket|wishlist|items?|products?|catalog(?:ue)?|prices?|cache|vary|context|content|page
  |config(?:uration)?|settings|prefs?|preferences|options|filters?|perms?|permissions?|roles?
  |rules?|groups?|segments?|features?|flags|menu|nav(?:igation)?|layout|theme|template|assets?
  |build|bundle|schema|translations?|locale|language|currency|country|region|store|query)$`;
/** A login, or what belongs to one, whatever stands beside it. */
const OF_SOMEBODY = regex()`
  ^(?:users?|uid|member|account|customer|pass\w*|pwd|auth\w*|log(?:in|on)|session|sess|sid|token
  |key|secret|remember\w*|access|identity|id)$`;

const OF_CONTENT: Cue = {
  role: 'other',
  weight: 0.97,
  text: text(
    'evidence_content_hash',
    'it is named after a hash of what is shown or chosen, which all have who see the same',
  ),
};

/** Pages are kept and compared by them: `woocommerce_cart_hash`, `sw-cache-hash`. */
export function contentHashCues({ name }: Credential): Cue[] {
  const words = nameWords(name);
  if (!HASH.test(words.at(-1) ?? '')) return [];
  const isOfContent = words.some((word) => CONTENT.test(word));
  return isOfContent && !words.some((word) => OF_SOMEBODY.test(word)) ? [OF_CONTENT] : [];
}
