import { isTelling } from '../credentials/value-index.js';
import type { Credential, ExchangeRef, Sighting } from '../model.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { isOfService } from '../roles/service-names.js';
import { hasShortId } from '../roles/short-id.js';
import { hintOf } from '../values/names/name-hint.js';
import { isAgainstForgery, isOfFlow } from './against-forgery.js';
import type { CredentialReader } from './credential-reader.js';
import { isFromBefore, mayBeSomebodys } from './from-before.js';
import { isOfGuest } from './login/guest-grant.js';
import { keepsUser } from './login/keeps-user.js';
import type { LinkedExchange } from './linked-exchange.js';
import { asksForProof, mayLetIn } from './login/asked-proof.js';
import { halvesAmong, isNextStep, ticketsAmong } from './login/next-step.js';
import type { LoginStep } from './login/login-step.js';
import type { LoginInput } from './watched-exchange.js';

type Brought = Pick<LoginInput, 'tokens' | 'saysWho' | 'cameAlong' | 'saysSomebody'>;

/** What an exchange carried and gave, as logins ask it of the store. */
export class Touched {
  readonly #credentials: CredentialReader;

  constructor(credentials: CredentialReader) {
    this.#credentials = credentials;
  }

  carriedBy({ carried }: Pick<LinkedExchange, 'carried'>): Credential[] {
    return this.all([...carried.keys()]);
  }

  /**
   * Of what it carried the ids of tokens, and of those that say in a header who asks; whether any
   * of it was there before, or may say who asks.
   */
  broughtBy(linked: Pick<LinkedExchange, 'carried'>): Brought {
    const all = this.carriedBy(linked);
    const tokens = all.filter(({ kind }) => kind === 'token');
    const said = tokens.filter(({ sightings }) =>
      sightings.some((one) => one.direction === 'sent' && saysWhoAsks(one)),
    );
    return {
      tokens: tokens.map(({ id }) => id),
      saysWho: said.map(({ id }) => id),
      cameAlong: all.some(isFromBefore),
      saysSomebody: all.some(mayBeSomebodys),
    };
  }

  /** It was sent what a login gave, and its answer left that as it was. */
  staysIn({ carried, changed }: LinkedExchange): boolean {
    return this.carriedBy({ carried }).some(
      (one) =>
        one.behaviour.issuedAtLogin !== undefined && keepsUser(one) && !changed.includes(one.id),
    );
  }

  /**
   * Ids of what a login gave and the answer to its next step takes, as it gives another in its
   * place.
   */
  tookOver({ exchange, changed, carried, context: { ref } }: LinkedExchange): string[] {
    const touched = this.all(changed);
    const tickets = ticketsAmong(exchange, ref, this.carriedBy({ carried }), touched);
    if (tickets.length > 0) return tickets.map(({ id }) => id);
    if (!isNextStep(exchange, ref, touched, () => this.#credentials.all())) return [];
    return halvesAmong(exchange, ref, touched).map(({ id }) => id);
  }

  /** A token among them says that nobody logged in with it; or this gave them to whoever asked. */
  isOfGuests(ids: readonly string[], ref?: ExchangeRef): boolean {
    return this.all(ids).some(
      (one) => isOfGuest(one) || (ref && one.behaviour.givenToAnybody?.id === ref.id),
    );
  }

  /**
   * Credentials in a header whose value no request had sent before this one, but for those against
   * forgery.
   */
  firstSent({ exchange, carried, context: { ref } }: LinkedExchange): Credential[] {
    return this.carriedBy({ carried })
      .filter((one) => !isOfGuest(one))
      .filter(({ sightings, life }) => {
        const sent = sightings.filter(({ direction }) => direction === 'sent');
        const isNew = sent.every(({ firstExchange }) => firstExchange?.id === ref.id);
        const isOther = life.some(({ lastAt }) => lastAt === exchange.startedAt);
        return (isNew || isOther) && sent.some(saysWhoAsks);
      });
  }

  /** Ids of the exchanges whose answers held what it carried before anything else did. */
  givenIn(linked: Pick<LinkedExchange, 'carried'>): string[] {
    return this.carriedBy(linked).flatMap(({ name, sightings }) => {
      if (isOfService(name)) return [];
      const [first] = sightings.toSorted((a, b) => a.firstAt - b.firstAt);
      return (first?.direction === 'received' && first.firstExchange?.id) || [];
    });
  }

  /** Ids of what the answer to a login gave beside the token that shows it. */
  givenBy({ login, set }: LoginStep): string[] {
    const isFromIt = ({ direction, lastExchange }: Sighting) =>
      direction === 'received' && lastExchange?.id === login.id;
    const given = this.#credentials.all().filter(({ sightings }) => sightings.some(isFromIt));
    return [...new Set([...set, ...given.map(({ id }) => id)])];
  }

  /**
   * Of what a response changed, that which may tell a user from others: no field of a page does,
   * what stands against forgery or in front of the site, what the request brought itself, nor the
   * number of a proof that is asked for. What answers a password is taken for less: some give a
   * number.
   */
  newOf(
    {
      exchange: { request, response, startedAt },
      changed,
    }: Pick<LinkedExchange, 'exchange' | 'changed'>,
    carried: LinkedExchange['carried'] = new Map(),
  ): string[] {
    const asks = asksForProof(response?.body);
    const mayBeShort = request.body?.passwordField !== undefined;
    const isNew = (one: Credential) => {
      const { id, kind, value, valueCount, cookie } = one;
      if (kind === 'field' || cookie?.clearedAt !== undefined) return false;
      if (asks && kind === 'token' && !mayLetIn(one)) return false;
      if (carried.get(id) === valueCount || isAgainstForgery(one)) return false;
      if (kind === 'cookie' && isOfService(one.name)) return false;
      if (!mayBeShort && isOfFlow(one)) return false;
      return isTelling(value) || (mayBeShort && kind === 'cookie' && hasShortId(value, startedAt));
    };
    return this.all(changed)
      .filter(isNew)
      .map(({ id }) => id);
  }

  /**
   * True where it brought nothing but a cookie that a server once gave beside a token, and got
   * another in its place: that asks for the next token, and logs nobody in.
   */
  renews({ exchange, context: { ref }, changed, carried }: LinkedExchange): boolean {
    if ((exchange.request.body?.bytes ?? 0) > NO_FIELDS) return false;
    const givers = this.carriedBy({ carried }).flatMap(({ id, kind, sightings }) =>
      kind === 'cookie' && changed.includes(id) ? giversAmong(sightings) : [],
    );
    const before = givers.filter((id) => id !== ref.id);
    const isBeside = ({ kind, sightings }: Credential) =>
      kind === 'token' && giversAmong(sightings).some((id) => before.includes(id));
    return before.length > 0 && this.#credentials.all().some(isBeside);
  }

  /** Those of them that are cookies. */
  cookiesOf(ids: readonly string[]): string[] {
    return ids.filter((id) => this.#credentials.byId(id)?.kind === 'cookie');
  }

  /** True for a host that has a cookie of a login by now. */
  isKnownAt(url: string): boolean {
    const host = parseUrl(url)?.hostname;
    return this.#credentials
      .all()
      .some(
        (one) =>
          one.kind === 'cookie' &&
          one.host === host &&
          one.behaviour.issuedAtLogin !== undefined &&
          one.cookie?.clearedAt === undefined &&
          keepsUser(one),
      );
  }

  /** Those of them that are no cookies. */
  tokensOf(ids: readonly string[]): string[] {
    return ids.filter((id) => this.#credentials.byId(id)?.kind !== 'cookie');
  }

  /** Those of them that this exchange took away. */
  clearedBy({ changed, context: { ref } }: LinkedExchange): string[] {
    return changed.filter((id) => this.#credentials.byId(id)?.cookie?.clearedBy?.id === ref.id);
  }

  all(ids: readonly string[]): Credential[] {
    return ids.flatMap((id) => this.#credentials.byId(id) ?? []);
  }
}

/** `{}`, or nothing. */
const NO_FIELDS = 2;

/** Ids of the exchanges whose answers were the first to give it. */
function giversAmong(sightings: readonly Sighting[]): string[] {
  return sightings.flatMap(({ direction, firstExchange }) =>
    direction === 'received' && firstExchange ? [firstExchange.id] : [],
  );
}

function saysWhoAsks({ carrier, locator }: Sighting): boolean {
  return carrier === 'header' && hintOf(locator)?.role !== 'csrf';
}
