import type { Behaviour, Credential, Millis, Sighting } from '../model.js';
import type { CredentialStore } from './credential-store.js';
import type { CredentialDraft, Draft } from './draft.js';
import { joinSightings } from './sighting.js';

/** What a cookie did before a line gave it its first value: another one did that. */
interface Before {
  readonly sightings: readonly Sighting[];
  readonly behaviour: Behaviour;
}

/** What requests alone tell of a cookie. */
const BY_SENDING = [
  'usedAnonymously',
  'sentAtLogin',
  'mayHaveLoggedIn',
  'sentToAuthorize',
  'opened',
] as const satisfies readonly (keyof Behaviour)[];

/**
 * The values that the cookies of a request had before. One of them may come with the very cookie
 * that was taken for its next value when a line set that one: it is one of its own, of a place that
 * had not been told, and what was sent until then was that one.
 */
export class LastValues {
  readonly #store: CredentialStore;
  readonly #cookies = new Map<string, string>();
  readonly #before = new Map<string, Before>();

  constructor(store: CredentialStore) {
    this.#store = store;
  }

  add({ id, pastValues, cookie }: Credential): void {
    const last = pastValues.at(-1);
    if (last !== undefined && cookie?.setBy && !this.#cookies.has(last))
      this.#cookies.set(last, id);
  }

  /** True where a cookie had that value last, which is none of its own from now on. */
  givesBack(value: string): boolean {
    const id = this.#cookies.get(value);
    if (id === undefined) return false;
    this.#cookies.delete(value);
    this.#store.change(id, (draft) => {
      draft.pastValues = draft.pastValues.slice(0, -1);
      const first = draft.life.findIndex(({ type }) => type === 'rotated');
      const [set] = first >= 0 ? draft.life.splice(first, 1) : [];
      if (set && isOnlySent(draft, set.at)) this.#before.set(value, cutOff(draft, set.at));
    });
    const cookie = this.#store.byId(id);
    if (cookie) this.add(cookie);
    return true;
  }

  /** The cookie to which such a value belongs: it did what was done with it. */
  handOver(value: string, id: string): void {
    const before = this.#before.get(value);
    if (!before) return;
    this.#before.delete(value);
    this.#store.change(id, (draft) => {
      joinSightings(draft, before.sightings);
      const times = before.sightings.map(({ firstAt }) => firstAt);
      draft.firstSeen = Math.min(draft.firstSeen, ...times);
      draft.behaviour = { ...draft.behaviour, ...before.behaviour };
    });
  }
}

/** Nothing had set it before that: its first value was known by requests alone. */
function isOnlySent({ sightings }: Credential, until: Millis): boolean {
  return sightings.every(({ direction, firstAt }) => direction === 'sent' || firstAt >= until);
}

/** Takes from a cookie what was done before it was set, and returns that. */
function cutOff(draft: CredentialDraft, until: Millis): Before {
  const sightings = draft.sightings.filter(({ firstAt }) => firstAt < until);
  const earlier = sightings.map((one) => (one.lastAt < until ? { ...one } : firstOf(one)));
  draft.sightings = draft.sightings.flatMap((one) =>
    one.firstAt >= until ? [one] : one.lastAt >= until ? [lastOf(one)] : [],
  );
  draft.firstSeen = until;
  const all = Object.entries(draft.behaviour);
  const isBySending = ([name]: [string, unknown]) => BY_SENDING.some((one) => one === name);
  draft.behaviour = Object.fromEntries(all.filter((one) => !isBySending(one)));
  return { sightings: earlier, behaviour: Object.fromEntries(all.filter(isBySending)) };
}

function firstOf({ goneAt: _gone, backAt: _back, ...one }: Draft<Sighting>): Draft<Sighting> {
  const { firstAt, firstExchange } = one;
  const exchanges = firstExchange ? { lastExchange: firstExchange } : {};
  return { ...one, lastAt: firstAt, count: 1, ...exchanges };
}

function lastOf(one: Draft<Sighting>): Draft<Sighting> {
  const { lastAt, lastExchange, count } = one;
  const exchanges = lastExchange ? { firstExchange: lastExchange } : {};
  return { ...one, firstAt: lastAt, count: Math.max(1, count - 1), ...exchanges };
}
