import type { BodyField, Exchange, Millis } from '../../model.js';
import { originOf } from '../../normalize/addresses/site.js';
import { looksRandom } from '../../values/ids/entropy.js';
import { fieldName, nameInPage } from '../../values/names/field-name.js';
import { hintOf } from '../../values/names/name-hint.js';
import { regex } from '../../regex.js';
import { setLatest } from '../latest.js';

/** How long somebody takes to fill in a form whose page has fetched a challenge. */
const ANSWERED_WITHIN: Millis = 15 * 60_000;
const KEPT = 16;
/** What a page sends in the place of a password, hashed with what it was asked for (RFC 1994). */
const PROOF = regex('i')`
  ^\/?(?:challenge[-_]?)?(?:response|answer|proof|digest|hash)(?:[-_]?(?:hash|digest))?$`;
const DIGEST = /^[\w.+=$:-]*?(?<![0-9a-f])(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i;

export type SavedChallenges = readonly (readonly [origin: string, at: Millis])[];

/** Origins that asked for a proof of a password: which never goes there itself. */
export class Challenges {
  #asked: Map<string, Millis>;

  constructor(saved: SavedChallenges = []) {
    this.#asked = new Map(saved);
  }

  save(): SavedChallenges {
    return [...this.#asked];
  }

  /** Notes what asks for a proof. */
  exchange({ url, startedAt, response }: Exchange): void {
    if (!response?.body?.challenge) return;
    setLatest(this.#asked, originOf(url), startedAt, KEPT);
  }

  /** True for what gives one, and is given a session for it: by a cookie, or in its page. */
  isAnsweredBy({ url, startedAt, request, response }: Exchange, gave: boolean): boolean {
    const asked = this.#asked.get(originOf(url)) ?? -Infinity;
    if (startedAt - asked > ANSWERED_WITHIN || !request.body?.fields.some(isProof)) return false;
    return gave || response?.body?.fields.some(isSession) === true;
  }
}

function isProof({ pointer, value }: BodyField): boolean {
  return PROOF.test(pointer) && DIGEST.test(value);
}

function isSession({ pointer, value }: BodyField): boolean {
  const name = nameInPage(pointer) ?? fieldName(pointer);
  return hintOf(name)?.role === 'session' && looksRandom(value);
}
