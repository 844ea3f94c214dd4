import type { AfterLogout, Credential, Exchange, ExchangeRef, Millis } from '../../model.js';
import { originOf } from '../../normalize/addresses/site.js';
import { roleFacts } from '../../role-table.js';
import { hashOf } from '../../values/hash.js';
import type { CredentialReader } from '../credential-reader.js';
import type { Effect } from '../effect.js';
import { type LinkedExchange, NO_VALUE } from '../linked-exchange.js';
import type { LoginPages } from '../login/login-pages.js';
import { IdleSessions, type SavedIdleSessions } from '../session/idle-sessions.js';
import { showsLoginForm, isSuccess, isTurnedAway } from '../let-in.js';
import {
  askedOf,
  type SavedShownPlaces,
  ShownPlaces,
  usersOf,
  valueKey,
} from '../session/shown-places.js';
import { asksForPassword } from '../session/thrown-out.js';
import { addLatest, setLatest, withLatest } from '../latest.js';

/** Addresses, and credentials, that are remembered. */
const KEPT = 200;

/** What somebody logged out with: the value, by its hash, and when that was answered. */
interface Ended {
  hash: string;
  at: Millis;
  /** What showed itself to it, and to nobody who was not known. */
  places: string[];
}

/** A success after a logout, at an address that everybody may be allowed to see, or not. */
interface Success {
  id: string;
  ref: ExchangeRef;
}

export interface SavedAfterLogout {
  guarded: string[];
  ended: [string, Ended][];
  open: [string, Success[]][];
  uses: SavedIdleSessions;
  shown: SavedShownPlaces;
}

/**
 * Whether what stood for a user still does when it should not: after the logout, and after a long
 * time without a request. Only an address that has turned somebody away shows that.
 */
export class AfterLogoutWatch {
  readonly #credentials: CredentialReader;
  readonly #pages: LoginPages;
  /** Addresses that sent whoever was not known to log in. */
  readonly #guarded: Set<string>;
  readonly #ended: Map<string, Ended>;
  readonly #open: Map<string, Success[]>;
  readonly #uses: IdleSessions;
  readonly #shown: ShownPlaces;

  constructor(credentials: CredentialReader, pages: LoginPages, saved?: SavedAfterLogout) {
    this.#credentials = credentials;
    this.#pages = pages;
    this.#guarded = new Set(saved?.guarded);
    this.#ended = new Map(saved?.ended);
    this.#open = new Map(saved?.open);
    this.#uses = new IdleSessions(saved?.uses);
    this.#shown = new ShownPlaces(saved?.shown);
  }

  save(): SavedAfterLogout {
    const [guarded, ended] = [[...this.#guarded], [...this.#ended]];
    const shown = this.#shown.save();
    return { guarded, ended, open: [...this.#open], uses: this.#uses.save(), shown };
  }

  /** Somebody logged in at this site: what is sent from now on is theirs. */
  loggedIn(site: string): void {
    this.#ended.clear();
    this.#open.clear();
    this.#shown.loggedIn(site);
  }

  /** Somebody logged out with what this exchange carried, and with the tokens of its page. */
  loggedOut({ exchange, carried }: LinkedExchange): void {
    const at = Math.max(exchange.startedAt, exchange.endedAt ?? 0);
    const origin = originOf(exchange.url);
    const tokens = this.#credentials
      .all()
      .filter((one) => one.kind === 'token' && one.sightings.some((s) => s.origin === origin));
    const sent = [...carried.keys()].flatMap((id) => this.#credentials.byId(id) ?? []);
    for (const one of new Set([...sent, ...tokens])) {
      const number = carried.get(one.id) ?? one.valueCount;
      const value = valueOf(one, number);
      if (value === undefined || !mayKeepUser(one)) continue;
      if (this.#ended.has(one.id)) continue;
      const places = this.#shown.of(valueKey(one.id, number));
      setLatest(this.#ended, one.id, { hash: hashOf(value), at, places }, KEPT);
    }
  }

  /** One exchange that is no logout. */
  use(linked: LinkedExchange): Effect[] {
    const { exchange, context } = linked;
    const place = askedOf(exchange);
    const turnedAway = this.#isTurnedAway(exchange);
    const effects = turnedAway ? this.#guard(place) : [];
    const succeeded = isSuccess(exchange);
    for (const [id, number] of linked.carried) {
      const credential = this.#credentials.byId(id);
      if (!credential || number === NO_VALUE || !mayKeepUser(credential)) continue;
      const isOld = this.#isEnded(credential, number, exchange.startedAt);
      const { keepsUser } = roleFacts(credential.role);
      if (isOld && (turnedAway || (!keepsUser && showsLoginForm(exchange))))
        effects.push(told(credential, this.#refused(credential, linked)));
      if (!keepsUser) continue;
      if (isOld && succeeded) effects.push(...this.#succeed(credential, place, linked));
      const isProof = succeeded && this.#guarded.has(place);
      const use = { value: number, at: exchange.startedAt, ref: context.ref, isProof };
      effects.push(...this.#uses.use(credential, use));
    }
    if (succeeded) this.#shown.note(exchange, usersOf(linked, this.#credentials));
    return effects;
  }

  /** A page that asks for a password now, and did not before, turns away as well. */
  #isTurnedAway(exchange: Exchange): boolean {
    if (isTurnedAway(exchange, this.#pages)) return true;
    return asksForPassword(exchange) && this.#shown.wasFormless(exchange);
  }

  /** This address is not for everybody: neither were its answers until now. */
  #guard(place: string): Effect[] {
    addLatest(this.#guarded, place, KEPT);
    const open = this.#open.get(place) ?? [];
    this.#open.delete(place);
    return open.flatMap(({ id, ref }) => {
      const credential = this.#credentials.byId(id);
      return credential ? [told(credential, { accepted: ref })] : [];
    });
  }

  #succeed(credential: Credential, place: string, { context, set }: LinkedExchange): Effect[] {
    const { ref } = context;
    // Nobody gets tokens for a refresh token that has ended (RFC 6749 §6).
    const renews = credential.role === 'refresh-token' && set.some((id) => id !== credential.id);
    if (renews || this.#guarded.has(place)) return [told(credential, { accepted: ref })];
    const open = withLatest(this.#open.get(place) ?? [], { id: credential.id, ref }, 4);
    setLatest(this.#open, place, open, KEPT);
    const { answered, shownAgain } = credential.behaviour.afterLogout ?? {};
    const wasTheirs = this.#ended.get(credential.id)?.places.includes(place);
    const isAgain = wasTheirs === true && !shownAgain && !this.#shown.isForAll(place);
    if (answered && !isAgain) return [];
    const more = { answered: answered ?? ref, ...(isAgain && { shownAgain: ref }) };
    return [told(credential, more)];
  }

  /** That without others which the logout was sent with says nothing of what the server ended. */
  #refused({ id, site, kind }: Credential, { carried, context }: LinkedExchange): AfterLogout {
    const others = [...this.#ended.keys()].filter((one) => one !== id && !carried.has(one));
    const isAlone = others.some((one) => {
      const other = this.#credentials.byId(one);
      return other?.site === site && other.kind === kind && roleFacts(other.role).keepsUser;
    });
    return isAlone ? { refusedAlone: context.ref } : { refused: context.ref };
  }

  #isEnded(credential: Credential, number: number, startedAt: Millis): boolean {
    const ended = this.#ended.get(credential.id);
    if (!ended || startedAt < ended.at) return false;
    const value = valueOf(credential, number);
    return value !== undefined && hashOf(value) === ended.hash;
  }
}

/** What is to spare a login is no less than what keeps one. */
function mayKeepUser({ role }: Credential): boolean {
  return roleFacts(role).keepsUser || role === 'remember-me';
}

function told({ id, behaviour }: Credential, more: AfterLogout): Effect {
  const afterLogout = { ...behaviour.afterLogout, ...more };
  return { kind: 'behaved', id, behaviour: { afterLogout } };
}

/** The value that had this number, as far as it is remembered. */
function valueOf(
  { value, valueCount, pastValues }: Credential,
  number: number,
): string | undefined {
  return number === valueCount ? value : number === valueCount - 1 ? pastValues[0] : undefined;
}
