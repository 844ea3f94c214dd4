import type { Credential, LoginForm } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';
import { AdmittedLogins, type SavedAdmitted } from './admitted-login.js';
import { loginByIdentity } from './brought-identity.js';
import type { CredentialReader } from '../credential-reader.js';
import { isPreflight } from './lets-nobody-in.js';
import { GivenKeys, type SavedGivenKeys } from './given-key.js';
import { GuestCodes, type SavedGuestCodes } from './guest-codes.js';
import { isOfGuest } from './guest-grant.js';
import type { LateExchange, LinkedExchange } from '../linked-exchange.js';
import type { LoginPages } from './login-pages.js';
import { LoginWatch, type SavedLoginWatch } from './login.js';
import { givenToo, type LoginStep } from './login-step.js';
import { changesSession } from './new-session.js';
import { type ProtocolInput, ProtocolLogins, type SavedProtocolLogins } from './protocol-login.js';
import { redeemedTicket } from './redeemed-ticket.js';
import { usersOf } from '../session/shown-places.js';
import { Touched } from '../touched.js';

export interface SavedLoginSteps {
  logins: SavedLoginWatch;
  protocols: SavedProtocolLogins;
  keys: SavedGivenKeys;
  admitted: SavedAdmitted;
  /** Absent in what an older version saved. */
  guests?: SavedGuestCodes;
}

/**
 * The steps of logins, in this order: a login protocol's answer, a password and what follows it, a
 * token whose giving answer was not seen, a typed key; what lets in where nobody was let in before.
 */
export class LoginSteps {
  readonly #credentials: CredentialReader;
  readonly #touched: Touched;
  readonly #isSignedIn: (site: string) => boolean;
  readonly #logins: LoginWatch;
  readonly #protocols = new ProtocolLogins();
  readonly #keys = new GivenKeys();
  readonly #guests: GuestCodes;
  readonly #admitted: AdmittedLogins;

  constructor(
    credentials: CredentialReader,
    pages: LoginPages,
    isSignedIn: (site: string) => boolean,
    saved?: SavedLoginSteps,
  ) {
    this.#logins = new LoginWatch(pages);
    this.#credentials = credentials;
    this.#touched = new Touched(credentials);
    this.#isSignedIn = isSignedIn;
    this.#guests = new GuestCodes(saved?.guests);
    this.#admitted = new AdmittedLogins(saved?.admitted);
    if (!saved) return;
    this.#logins.restore(saved.logins);
    this.#protocols.restore(saved.protocols);
    this.#keys.restore(saved.keys);
  }

  save(): SavedLoginSteps {
    return {
      logins: this.#logins.save(),
      protocols: this.#protocols.save(),
      keys: this.#keys.save(),
      admitted: this.#admitted.save(),
      guests: this.#guests.save(),
    };
  }

  exchange(linked: LinkedExchange): LoginStep[] {
    const { exchange, context, set, messages } = linked;
    const { ref, pageSite = siteOf(exchange.url) } = context;
    if (isPreflight(exchange)) return [];
    const gave = this.#touched.newOf(linked, linked.carried);
    const signedIn = this.#isSignedIn(siteOf(exchange.url));
    const forGuests = this.#guests.has(linked) || this.#touched.isOfGuests(gave, ref);
    const byProtocol = forGuests ? [] : this.#byProtocol(linked, gave);
    const staysIn = this.#touched.staysIn(linked);
    const isTokenRequest = messages.some(({ kind }) => kind === 'token-request');
    const steps = this.#logins.exchange({
      exchange,
      set,
      gave,
      signedIn,
      pageSite,
      isTokenRequest,
      forGuests,
      undone: this.isUndoneBy(linked),
      staysIn,
      goesOn: staysIn || gave.every((id) => linked.carried.has(id)),
      took: this.#touched.tookOver(linked),
      ...this.#touched.broughtBy(linked),
      otherSession: !signedIn && changesSession(exchange, this.#touched.all(gave)),
    });
    const fresh = this.#touched.firstSent(linked);
    const sent = { fresh: forGuests ? [] : fresh, carried: this.#touched.carriedBy(linked) };
    const given = this.#keys.exchange({ exchange, ref, ...sent, gave, site: pageSite });
    const refuted = steps.some((step) => step.refuted);
    if (!refuted && steps.some(({ first }) => first)) this.#logins.unseen.loggedIn();
    const late = refuted || steps.length > 0 ? [] : this.#unseenBefore(linked, fresh);
    const found =
      [byProtocol, steps, late].find(({ length }) => length > 0 && !refuted) ??
      (refuted ? steps : this.#otherSigns(linked, gave, signedIn));
    const byUse = this.#admittedBy(linked, gave, forGuests, fresh.length > 0);
    if (found.length === 0 && signedIn && linked.opened) return givenToo(byUse, linked.opened);
    if (found.length > 0 || this.#isSignedIn(pageSite)) return found;
    const told = given.length > 0 || signedIn ? given : byUse;
    return fresh.length === 0 ? told : this.#withFresh(told, fresh);
  }

  /** What a page sends first shows that something logged in whose answer was not seen. */
  #unseenBefore(linked: LinkedExchange, fresh: readonly Credential[]): LoginStep[] {
    const { pageSite = siteOf(linked.exchange.url) } = linked.context;
    if (fresh.length === 0 || this.#isSignedIn(pageSite)) return [];
    const late = this.#logins.unseen.firstSent(linked.exchange.startedAt, pageSite);
    return this.#withFresh(late, fresh);
  }

  #withFresh(told: readonly LoginStep[], fresh: readonly Credential[]): LoginStep[] {
    const ids = fresh.map(({ id }) => id);
    return told.map((step) => ({ ...step, set: this.#touched.givenBy(step), fresh: ids }));
  }

  #otherSigns(linked: LinkedExchange, gave: string[], signedIn: boolean): LoginStep[] {
    const brought = this.#touched.carriedBy(linked);
    return signedIn
      ? redeemedTicket(linked, gave, brought)
      : loginByIdentity(linked, gave, brought);
  }

  #admittedBy(
    linked: LinkedExchange,
    gave: string[],
    forGuests: boolean,
    isFirst: boolean,
  ): LoginStep[] {
    const { exchange, context, carried, set } = linked;
    if (linked.opened) this.#admitted.gaveToo(linked.opened.givenBy, linked.opened.id);
    const brought = this.#touched
      .carriedBy(linked)
      .some((one) => one.kind !== 'cookie' && one.role !== 'csrf' && !isOfGuest(one));
    return this.#admitted.exchange({
      exchange,
      ref: context.ref,
      set: [...set],
      gave: [...gave],
      carried: [...carried.keys()],
      givenIn: linked.opened ? [] : this.#touched.givenIn(linked),
      isFirst,
      saysWho: brought || this.#touched.renews(linked),
      forGuests,
      users: linked.opened ? [] : usersOf(linked, this.#credentials),
    });
  }

  /** True for the page to which a login led, and which takes back all that it gave: it was none. */
  isUndoneBy(linked: LinkedExchange): boolean {
    const cleared = this.#touched.clearedBy(linked);
    return cleared.length > 0 && this.#logins.isUndoneBy(linked.exchange, cleared);
  }

  form(form: LoginForm): LoginStep[] {
    return this.#logins.form(form);
  }

  bodies(linked: LateExchange): LoginStep[] {
    const { id, url, request, response } = linked.exchange;
    const forGuests = this.#guests.has(linked) || this.#touched.isOfGuests(linked.set);
    if (forGuests) this.#logins.unseen.wasForGuests(id);
    else
      this.#admitted.bodies(
        id,
        this.#touched.newOf({ ...linked, changed: linked.set }),
        request.body,
        response?.body,
      );
    const byProtocol = forGuests ? [] : this.#byProtocol(linked, linked.set);
    return byProtocol.length > 0
      ? byProtocol
      : this.#logins.bodies({ id, url, at: linked.context.at }, request.body, response?.body);
  }

  #byProtocol({ exchange, context, messages, set }: LateExchange, gave: string[]): LoginStep[] {
    const { ref, pageSite } = context;
    const isKnown = () => this.#touched.isKnownAt(exchange.url);
    const given = { gave, cookies: this.#touched.cookiesOf(gave), isKnown };
    const input = { exchange, ref, pageSite, messages, ...given, signedIn: this.#isSignedIn };
    return this.#protocols.exchange({ ...input, set: this.#forPage(set, input) });
  }

  /** A token endpoint gives the page of another site tokens; its cookies are for itself. */
  #forPage(set: string[], { exchange, pageSite, messages }: Omit<ProtocolInput, 'set'>): string[] {
    const foreign = pageSite !== undefined && pageSite !== siteOf(exchange.url);
    if (!foreign || !messages.some(({ kind }) => kind === 'token-request')) return set;
    return this.#touched.tokensOf(set);
  }
}
