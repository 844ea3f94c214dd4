import type { Body, Exchange, Millis } from '../../model.js';
import { PASSWORD_MARK } from '../../normalize/passwords/password-field.js';
import type { LoginStep } from './login-step.js';
import { pageAddress } from '../../normalize/addresses/site.js';
import { letsNobodyIn } from './lets-nobody-in.js';
import { saysNothing } from './says-nothing.js';
import {
  type Claim,
  type Claimant,
  isBareBefore,
  isLedBy,
  isTriedAgain,
  type Place,
} from './claim.js';
import { isSuccess } from '../let-in.js';

/** How long an answer may take that comes with another request. */
const POLLED_WITHIN: Millis = 15_000;

/** An exchange that may answer it. */
export interface AnswerRef {
  id: string;
  url: string;
  at: Millis;
  /** Absent where it was told before. */
  status?: number;
}

export type SavedClaim = Claim | null;

/** What may answer it: what it set, and the tokens that were sent with it. */
interface Answer {
  exchange: Exchange;
  set: readonly string[];
  tokens: readonly string[];
}

/**
 * A login that was told, until a page shows that the server did not take it: the same form again.
 */
export class ClaimedLogin {
  #claim: SavedClaim = null;

  begin({ ref, at, set, gave, passwordField, isBare, page }: Claimant, isGuess = false): void {
    const field = passwordField === undefined ? {} : { field: passwordField };
    const poll = /[?&]EIO=\d/.test(ref.url) ? { poll: pageAddress(ref.url) } : {};
    const until = at + POLLED_WITHIN;
    this.#claim = {
      login: ref,
      at,
      set,
      gave,
      answers: [ref.id],
      until,
      left: false,
      ...(isGuess && { isGuess }),
      ...(isBare && { isBare }),
      ...(page !== undefined && { page }),
      ...field,
      ...poll,
    };
  }

  /**
   * The login sent the browser there. What sends it on again is no form: there a session may be
   * lost.
   */
  ledTo({ ref, set, gave }: Claimant): void {
    if (this.#claim?.answers.length !== 1) return;
    this.#claim.answers.push(ref.id);
    this.#claim.set.push(...set);
    this.#claim.gave ||= gave;
  }

  /** What an answer shows of the login before it: it was none, or only now it is done. */
  answeredBy({ exchange, set, tokens }: Answer, undone: boolean): LoginStep[] {
    const { id, url, startedAt: at, response } = exchange;
    const isUsed = this.#claim?.set.some((one) => tokens.includes(one)) === true;
    if (isUsed && isSuccess(exchange)) this.pageOpened();
    const answer = { id, url, at, status: response?.status ?? 0 };
    const none = this.refutedBy(answer, response?.body, undone);
    if (none.length > 0) return none;
    const polled = this.#polledBy(answer, set);
    return polled.length > 0 ? polled : this.#ledBackBy(exchange);
  }

  /** What comes by the address that is polled for the answer was given by the login. */
  #polledBy({ url, at }: AnswerRef, set: readonly string[]): LoginStep[] {
    const claim = this.#claim;
    if (!claim || claim.poll !== pageAddress(url) || at > claim.until || set.length === 0)
      return [];
    return [{ login: claim.login, at, set: [...set], first: false }];
  }

  /**
   * Somebody opened a page, or got something for its token: whatever the form was answered with, it
   * is not filled in again.
   */
  pageOpened(): void {
    if (this.#claim) this.#claim.left = true;
  }

  /**
   * The step that takes back a login, where somebody who got nowhere by it tries again at its
   * address.
   */
  triedAgainBy({ ref, at }: Claimant): LoginStep[] {
    const claim = this.#claim;
    return claim && isTriedAgain(claim, ref.url, at) ? [refuted(claim)] : [];
  }

  /** What its request held is known now. */
  toldOf({ id }: AnswerRef, body: Body | undefined): void {
    if (this.#claim?.login.id === id && saysNothing(body)) this.#claim.isBare = true;
  }

  /** The step that takes back a login, where this one shows that nobody was let in by it. */
  takenBackBy(post: Claimant): LoginStep[] {
    if (!this.#isStepTo(post)) return post.accepted && post.signedIn ? this.triedAgainBy(post) : [];
    return this.#takeBack();
  }

  #isStepTo({ passwordField, isOfAccount, page, ref, at }: Claimant): boolean {
    const place = { url: ref.url, at, isOfAccount, ...(page !== undefined && { page }) };
    return passwordField !== undefined && isBareBefore(this.#claim, place);
  }

  /**
   * True where it gave nothing and led nowhere, and the same password is sent there again; or where
   * it said nothing that only a user knows, and a password is sent now.
   */
  isDoubtedBy(place: Place, field: string | undefined): boolean {
    const claim = this.#claim;
    if (field === undefined) return false;
    if (claim?.field !== field || claim.gave || claim.left) return isBareBefore(claim, place);
    return pageAddress(claim.login.url) === pageAddress(place.url);
  }

  /** True where it gave something, and all of that is among these. */
  gaveOnly(ids: readonly string[]): boolean {
    const { set = [] } = this.#claim ?? {};
    return set.length > 0 && set.every((one) => ids.includes(one));
  }

  /** The step that takes the login back, where this answer of it asks again, or says no. */
  refutedBy(
    { id, url, at: now, status }: AnswerRef,
    answer: Body | undefined,
    undone = false,
  ): LoginStep[] {
    const claim = this.#claim;
    if (!claim) return [];
    const polled =
      claim.poll === pageAddress(url) && now <= claim.until && answer?.refusal === true;
    const turnsAway = claim.isGuess === true && (status === 401 || status === 403);
    // A second step may go on with a code; what gave nothing is none.
    const isNobody = letsNobodyIn(answer, claim.gave);
    const saysNo = undone || turnsAway || isNobody || asksAgain(answer, claim.field);
    if (!polled && !(saysNo && claim.answers.includes(id))) return [];
    return this.#takeBack();
  }

  /** The step that takes it back, where its answer's script or refresh leads to the form again. */
  #ledBackBy(exchange: Exchange): LoginStep[] {
    const claim = this.#claim;
    if (!claim || claim.left || !isLedBy(claim, exchange)) return [];
    if (!asksAgain(exchange.response?.body, claim.field)) return [];
    return this.#takeBack();
  }

  /** The login was none: nothing takes it back twice. */
  #takeBack(): LoginStep[] {
    const steps = this.#claim ? [refuted(this.#claim)] : [];
    this.#claim = null;
    return steps;
  }

  save(): SavedClaim {
    return this.#claim;
  }

  restore(saved: SavedClaim): void {
    this.#claim = saved;
  }
}

function refuted({ login, at, set }: Claim): LoginStep {
  return { login, at, set, first: false, refuted: true };
}

/**
 * A page with an input for the password that was sent; where its name is unknown, for any. One that
 * offers to log out is of somebody who is logged in, and has it to change the password.
 */
export function asksAgain(page: Body | undefined, field: string | undefined): boolean {
  if (page?.kind !== 'html' || page.passwordField === undefined || page.wayOut) return false;
  if (field === undefined || field === PASSWORD_MARK) return true;
  return (page.passwordFields ?? []).includes(field.slice(field.lastIndexOf('/') + 1));
}
