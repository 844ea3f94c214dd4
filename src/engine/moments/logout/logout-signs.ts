import { isSafe } from '../../methods.js';
import type { Credential, Exchange } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';
import type { CredentialReader } from '../credential-reader.js';
import { isFailedAttempt } from '../login/failed-attempt.js';
import { isGuestsAgain } from './guest-again.js';
import { keepsUser } from '../login/keeps-user.js';
import { LabelledWays, type SavedWays } from './labelled-ways.js';
import type { LinkedExchange } from '../linked-exchange.js';
import { asksBefore, clearsSite, isLogout, isTakenBy, leavesByItself } from './logout.js';
import { bringsPassword, mayBeOfNobody } from './logout-of-nobody.js';
import { isLeavingPath, isLogoutPath, isSessionThing, isSignOff } from './logout-words.js';
import { MadeThings, type SavedMade } from './made-things.js';
import { isNameOf, isSessionOf, namedThing } from './named-credential.js';
import { namedActs } from '../named-acts.js';
import { isGivenBy, isNextStep, isSessionKept } from '../login/next-step.js';

/** What is known of a site and of its users before an exchange. */
interface SeenBefore {
  isSignedIn(site: string): boolean;
  /** The address answered well to somebody who was logged in. */
  accepted(url: string): boolean;
  /** The last login of its site was sent to this address. */
  loggedInBy(url: string): boolean;
  mayBeSomebodys(credential: Credential, url: string): boolean;
}

/** An exchange that sent the browser on. */
interface Led {
  id: string;
  to: string;
}

export interface SavedLogoutSigns {
  sentTo: string | null;
  led: Led | null;
  /** Absent in what an older version saved. */
  ways?: SavedWays;
  made?: SavedMade;
}

/** By what an exchange shows that its user is logged out. */
export class LogoutSigns {
  readonly #credentials: CredentialReader;
  readonly #seen: SeenBefore;
  /** Where the last page that was read sent the browser on its own account. */
  #sentTo: string | null;
  /** The last exchange, where it sent the browser on. */
  #led: Led | null;
  readonly #ways: LabelledWays;
  readonly #made: MadeThings;

  constructor(credentials: CredentialReader, seen: SeenBefore, saved?: SavedLogoutSigns) {
    this.#credentials = credentials;
    this.#seen = seen;
    this.#sentTo = saved?.sentTo ?? null;
    this.#led = saved?.led ?? null;
    this.#ways = new LabelledWays(saved?.ways);
    this.#made = new MadeThings(saved?.made);
  }

  save(): SavedLogoutSigns {
    const [ways, made] = [this.#ways.save(), this.#made.save()];
    return { sentTo: this.#sentTo, led: this.#led, ways, made };
  }

  /**
   * `nobody`: a logout of somebody who was not known; `isUndone`: the exchange takes a login back.
   */
  exchange(linked: LinkedExchange, isUndone: boolean): 'logout' | 'nobody' | undefined {
    const isCalled = this.#isCalledOut(linked);
    const asks = isCalled || this.#asksOut(linked) || this.#endsSession(linked);
    const isOut = !isUndone && asks;
    const isNobody = isOut && (this.#isTurnedAway(linked) || this.#isOfNobody(linked));
    this.#noteSentTo(linked);
    if (isNobody) return 'nobody';
    return isOut ? 'logout' : undefined;
  }

  /** Its answer says so, or a page called it so, whose user is known. */
  #isCalledOut({ exchange, changed }: LinkedExchange): boolean {
    const { url, method, redirectUrl, response } = exchange;
    const isOne = this.#ways.isOne(exchange) || this.#isUndone(exchange);
    this.#ways.exchange(exchange);
    this.#made.exchange(exchange);
    if (!this.#seen.isSignedIn(siteOf(url)) || (response?.status ?? 500) >= 400) return false;
    const { loggedOut, passwordField } = response?.body ?? {};
    if (loggedOut && exchange.type !== 'document') return true;
    // Some ask once more, on a page of their own.
    const isDone = method !== 'GET' || redirectUrl !== undefined || passwordField !== undefined;
    const touched = changed.some((id) => isUsers(this.#credentials.byId(id)));
    return isOne && (isDone || touched || loggedOut === true);
  }

  /** What a login made is deleted, at its own address too, or it has a word for leaving. */
  #isUndone(exchange: Exchange): boolean {
    const { url, method } = exchange;
    const deletes = method === 'DELETE' || namedActs(exchange).includes('delete');
    if (!deletes) return false;
    return isLeavingPath(url) || this.#seen.loggedInBy(this.#made.makerOf(url) ?? url);
  }

  /** It says so, by its words or by deleting what has the id of a session in its address. */
  #asksOut(linked: LinkedExchange): boolean {
    const { exchange, messages, carried, changed } = linked;
    const isOff = isSignOff(exchange.url);
    // Off a list, unless what stands for the user was touched.
    if (isOff && !changed.some((id) => isUsers(this.#credentials.byId(id)))) return false;
    if (this.#isOutAsNobody(linked)) return true;
    if (isLogout(exchange, messages)) return !asksBefore(exchange) && !bringsPassword(exchange);
    const thing = namedThing(exchange);
    if (thing === undefined || (exchange.response?.status ?? 500) >= 400) return false;
    const site = siteOf(exchange.url);
    return this.#credentials.all().some((one) => {
      const isOwn = carried.has(one.id) && isNameOf(thing, one.value);
      return keepsUser(one) && (isOwn || (one.site === site && isSessionOf(thing, one)));
    });
  }

  /**
   * Some answer whoever leaves as they do who is not known: by 401, and without the session, or
   * with the word that nobody is logged in.
   */
  #isOutAsNobody({ exchange, changed, carried, context: { ref } }: LinkedExchange): boolean {
    const { url, method, response } = exchange;
    const isNamed = isLogoutPath(url) || (method === 'DELETE' && isSessionThing(url));
    if (response?.status !== 401 || !isNamed) return false;
    if (!this.#seen.isSignedIn(siteOf(url))) return false;
    const usersAmong = (ids: readonly string[]) =>
      ids.map((id) => this.#credentials.byId(id)).filter(isUsers);
    if (response.body?.nobody) return usersAmong([...carried.keys()]).length > 0;
    return usersAmong(changed).some((one) => isTakenBy(ref, one));
  }

  /**
   * Whatever its path is called: a request of the user's that clears the cookie of a session ends
   * it.
   */
  #endsSession({ exchange, context: { ref }, changed }: LinkedExchange): boolean {
    const touched = changed.flatMap((id) => this.#credentials.byId(id) ?? []);
    if (clearsSite(exchange)) return touched.some(keepsUser);
    // A refused request turns the user out.
    if ((exchange.response?.status ?? 0) >= 400) return false;
    const reads = isSafe(exchange.method);
    // An address that answered well before turns the user out now.
    if (reads && (!leavesByItself(exchange) || this.#seen.accepted(exchange.url))) return false;
    if (isNextStep(exchange, ref, touched, () => this.#credentials.all())) return false;
    if (touched.some((one) => this.#seen.isSignedIn(one.site) && isGuestsAgain(ref, one)))
      return true;
    const gives = touched.some((one) => isGivenBy(ref, one));
    const mayBeNobodys = gives || isFailedAttempt(exchange);
    return touched.some(
      (one) =>
        one.role === 'session' &&
        isTakenBy(ref, one) &&
        !this.#isForOnePage(one, exchange.url) &&
        !isSessionKept(one.site, exchange, this.#credentials.all()) &&
        (this.#seen.isSignedIn(one.site) ||
          (!mayBeNobodys && this.#seen.mayBeSomebodys(one, exchange.url))),
    );
  }

  /** Some servers send whoever they do not know to the address for logging out. */
  #isTurnedAway({ exchange: { method, url } }: LinkedExchange): boolean {
    return method === 'GET' && url === this.#sentTo && !this.#seen.isSignedIn(siteOf(url));
  }

  /** Whoever comes to a page with the word in its address brings nothing, and loses nothing. */
  #isOfNobody({ exchange, changed, context: { ref } }: LinkedExchange): boolean {
    if (!mayBeOfNobody(exchange) || this.#seen.isSignedIn(siteOf(exchange.url))) return false;
    return !changed.some((id) => isTakenBy(ref, this.#credentials.byId(id)));
  }

  /**
   * A message for the next page, in what would be a session: set on the way to it, gone when it was
   * shown.
   */
  #isForOnePage({ cookie, valueCount, behaviour }: Credential, url: string): boolean {
    const isNew = valueCount === 1 && behaviour.issuedAtLogin === undefined;
    return isNew && this.#led?.to === url && cookie?.setBy?.id === this.#led.id;
  }

  #noteSentTo({ exchange: { id, type, method, redirectUrl } }: LinkedExchange): void {
    if (type !== 'document') return;
    this.#sentTo = (method === 'GET' && redirectUrl) || null;
    this.#led = redirectUrl === undefined ? null : { id, to: redirectUrl };
  }
}

/** What stands for a user. */
function isUsers(one: Credential | undefined): boolean {
  return one !== undefined && keepsUser(one);
}
