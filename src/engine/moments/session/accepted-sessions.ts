import type { Credential, Millis } from '../../model.js';
import { placeOf } from '../address-words.js';
import { setLatest, withLatest } from '../latest.js';
import type { SessionUse } from './session-use.js';

/** An id that was accepted this recently is live: no server forgets it for idleness. */
export const LIVE_FOR: Millis = 120_000;
/** Sessions end by themselves after so long: 20 minutes and more, as servers are installed. */
export const AWAY: Millis = 15 * 60_000;
const KEPT = 200;
const KEPT_ASKING = 50;

/** When an address last answered well to a session, and which value of it was sent. */
interface Accepted {
  at: Millis;
  credentialId: string;
  value: number;
  /** With a page that asks for a password, or that was not seen and may. */
  mayAsk: boolean;
  /** With a page that offers to log out. */
  greets?: boolean;
}

/** Which value of a session a login gave, and when. */
interface Given {
  value: number;
  at: Millis;
}

export interface SavedAccepted {
  accepted: [string, Accepted][];
  given: [string, Given][];
  asking: string[];
}

/** Where and when a session was known: accepted by an address, or given by a login. */
export class AcceptedSessions {
  readonly #accepted: Map<string, Accepted>;
  /** Sessions that the last login gave. */
  readonly #given: Map<string, Given>;
  /** Addresses whose page asked for a password at some time, whoever came. */
  #asking: readonly string[];

  constructor(saved?: SavedAccepted) {
    this.#accepted = new Map(saved?.accepted);
    this.#given = new Map(saved?.given);
    this.#asking = saved?.asking ?? [];
  }

  save(): SavedAccepted {
    const asking = [...this.#asking];
    return { accepted: [...this.#accepted], given: [...this.#given], asking };
  }

  clear(): void {
    this.#accepted.clear();
    this.#given.clear();
  }

  /** True for an address that answered well to a session. */
  isKnown(url: string): boolean {
    return this.#accepted.has(placeOf(url));
  }

  /** A login gave this value. */
  given(session: Credential, at: Millis): void {
    this.#given.set(session.id, { value: session.valueCount, at });
  }

  accept(key: string, accepted: Accepted): void {
    setLatest(this.#accepted, key, accepted, KEPT);
  }

  /** What showed itself to this session before asks for a password in its place now. */
  isShut(key: string, { id }: Credential): boolean {
    const before = this.#accepted.get(key);
    return before?.credentialId === id && !before.mayAsk;
  }

  noteAsking(key: string): void {
    if (!this.#asking.includes(key)) this.#asking = withLatest(this.#asking, key, KEPT_ASKING);
  }

  isAsking(key: string): boolean {
    return this.#asking.includes(key);
  }

  /** True for an address that offered to log out. */
  greeted(key: string): boolean {
    return this.#accepted.get(key)?.greets === true;
  }

  /**
   * When it was known last: given by a login, accepted at the same address, or anywhere where it is
   * answered with another id now. Long after, that alone says nothing of a visitor who is nobody;
   * whoever is somebody, and is sent to the login after a while, was known until then. Sooner he
   * may only lack a right, as whoever was just greeted elsewhere may.
   */
  liveSince(use: SessionUse): Millis | undefined {
    const { exchange, session, value, isSignedIn } = use;
    const { startedAt: now } = exchange;
    const given = this.#given.get(session.id);
    const known = this.#knownTo(use);
    const here = known.filter(([place]) => place === placeOf(exchange.url));
    const isNew = session.valueCount !== value;
    const isSent = isSignedIn && exchange.redirectUrl !== undefined;
    const isAway = known.every(([, { at }]) => now - at >= LIVE_FOR);
    const elsewhere = known.filter(([, { at }]) =>
      isNew ? isSignedIn || now - at < LIVE_FOR : isSent && isAway,
    );
    const times = [...here, ...elsewhere].map(([, { at }]) => at);
    const isGreeted = known.some(([, { at, greets }]) => greets && now - at < LIVE_FOR);
    const mayLackRight = isSent && !isNew && here.length === 0 && isGreeted;
    if (given && isOrBecame(given.value, use) && !mayLackRight) times.push(given.at);
    return times.length > 0 ? Math.max(...times) : undefined;
  }

  /** Where this session was accepted, as it was sent now or as it was before. */
  #knownTo(use: SessionUse): [string, Accepted][] {
    return [...this.#accepted].filter(
      ([, one]) => one.credentialId === use.session.id && isOrBecame(one.value, use),
    );
  }
}

/** What somebody gets while he is in, with whatever answer, stands for him as well. */
function isOrBecame(before: number, { value, isSignedIn }: SessionUse): boolean {
  return before === value || (isSignedIn && before < value);
}
