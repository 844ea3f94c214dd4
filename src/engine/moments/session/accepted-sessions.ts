import type { Credential, Exchange, ExchangeRef, Millis } from '../../model.js';
import { placeOf } from '../address-words.js';
import { setLatest } from '../latest.js';

/** An id that was accepted this recently is live: no server forgets it for idleness. */
export const LIVE_FOR: Millis = 120_000;
const KEPT = 200;

/** An exchange as the watch needs it: with the session that travelled with it. */
export interface SessionUse {
  exchange: Exchange;
  ref: ExchangeRef;
  session: Credential;
  /** Its value's number when it was sent. */
  value: number;
  /** Somebody is known to be logged in at its site. */
  isSignedIn: boolean;
  /** Load balancer cookie sent along, as supporting evidence. */
  affinity?: Credential;
}

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
}

/** Where and when a session was known: accepted by an address, or given by a login. */
export class AcceptedSessions {
  readonly #accepted: Map<string, Accepted>;
  /** Sessions that the last login gave. */
  readonly #given: Map<string, Given>;

  constructor(saved?: SavedAccepted) {
    this.#accepted = new Map(saved?.accepted);
    this.#given = new Map(saved?.given);
  }

  save(): SavedAccepted {
    return { accepted: [...this.#accepted], given: [...this.#given] };
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

  /** True for an address that offered to log out. */
  greeted(key: string): boolean {
    return this.#accepted.get(key)?.greets === true;
  }

  /**
   * When it was known last: given by a login, accepted at the same address, or anywhere where it is
   * answered with another id now. Long after, that alone says nothing of a visitor who is nobody;
   * whoever is somebody, and is sent to the login after a while, was known until then. Sooner he
   * may only lack a right.
   */
  liveSince({ exchange, session, value, isSignedIn }: SessionUse): Millis | undefined {
    const { startedAt: now } = exchange;
    const given = this.#given.get(session.id);
    const known = [...this.#accepted].filter(
      ([, one]) => one.credentialId === session.id && one.value === value,
    );
    const here = known.filter(([place]) => place === placeOf(exchange.url));
    const isNew = session.valueCount !== value;
    const isSent = isSignedIn && exchange.redirectUrl !== undefined;
    const elsewhere = known.filter(([, { at }]) =>
      isNew ? isSignedIn || now - at < LIVE_FOR : isSent && now - at >= LIVE_FOR,
    );
    const times = [...here, ...elsewhere].map(([, { at }]) => at);
    if (given?.value === value) times.push(given.at);
    return times.length > 0 ? Math.max(...times) : undefined;
  }
}
