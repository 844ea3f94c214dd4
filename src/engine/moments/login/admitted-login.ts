import { calledBy, isLetIn, isTurnedDown } from '../../credentials/turned-down.js';
import type { Body, Exchange, ExchangeRef, Millis } from '../../model.js';
import { isSealed } from '../../normalize/bodies/sealed-body.js';
import { parseUrl, siteOf } from '../../normalize/addresses/site.js';
import { isKeyLink } from './keys-of-links.js';
import { isLoginLink } from './login-signs.js';
import type { LoginStep } from './login-step.js';
import { isLoginPath, isRenewalPath } from './login-words.js';
import { ASKS_WITHIN, RaisedSessions, type SavedRaised } from './raised-session.js';
import { mayBeTyped } from './typed-body.js';
import { placeOf } from '../address-words.js';
import { Polls, type SavedPolls } from '../polls.js';
import { withLatest } from '../latest.js';
import { SENDS } from '../../methods.js';

const KEPT = 64;
/** Requests that may have given something are remembered: bodies are told late. */
const KEPT_GIVERS = 4;
const SCANNED = /[/_.-](?:qr(?:[-_]?code)?s?|scan(?:ned|code|result)?)(?:[/_.-]|login|$)/i;

/** A request that gave something, or of which it is not known yet. */
interface Giver {
  ref: ExchangeRef;
  at: Millis;
  set: string[];
  gave: string[];
  /** A script asked for it again and again. */
  isPolled?: true;
  /** What it was answered cannot be read. */
  isSealed?: true;
}

export interface SavedAdmitted {
  refused: string[];
  givers: Giver[];
  /** Absent in what an older version saved. */
  polls?: SavedPolls;
  raised?: SavedRaised;
}

/** An exchange with what it carried and gave. */
export interface Admitting {
  exchange: Exchange;
  ref: ExchangeRef;
  set: string[];
  /** Ids of what is new, or has a new value, and may tell a user from others. */
  gave: string[];
  /** Ids of what it carried. */
  carried: readonly string[];
  /** Ids of the exchanges whose answers held that before anything else did. */
  givenIn: readonly string[];
  /** It is the first to send something in a header that no answer is known to have given. */
  isFirst: boolean;
  /** It brought something beside cookies that says who asks: it is somebody's already. */
  saysWho: boolean;
  /** It gets something for whoever asks. */
  forGuests: boolean;
  /** Values that stand for a user, as it was sent with them. */
  users: readonly string[];
}

/**
 * Recognises a login by what it opened: a request gave something, and with that the server lets in
 * where it turned the page down before (RFC 9110 §15.5.2, §15.5.4). However it is called what was
 * typed, and wherever it went.
 */
export class AdmittedLogins {
  /** What was refused, by method and place. */
  #refused: string[];
  #givers: Giver[];
  readonly #polls: Polls;
  /** Logins that gave nothing. */
  readonly #raised: RaisedSessions;

  constructor(saved?: SavedAdmitted) {
    this.#refused = saved?.refused ?? [];
    this.#givers = saved?.givers ?? [];
    this.#polls = new Polls(saved?.polls);
    this.#raised = new RaisedSessions(saved?.raised);
  }

  exchange(input: Admitting): LoginStep[] {
    const raised = this.#raised.exchange(input);
    const given = this.#byGiver(input);
    return given.length > 0 ? given : raised;
  }

  #byGiver(input: Admitting): LoginStep[] {
    const { exchange, ref, set, gave } = input;
    const { url, method, startedAt: at, response } = exchange;
    const place = `${method} ${placeOf(url)}${calledBy(exchange)}`;
    if (isTurnedDown(exchange)) {
      this.#refused = withLatest(this.#refused, place, KEPT);
      return [];
    }
    const isOpened = isLetIn(exchange) && this.#refused.includes(place);
    const giver = (isOpened ? this.#giverOf(input) : undefined) ?? this.#waitedFor(input);
    if (giver) {
      this.#refused = this.#refused.filter((one) => one !== place);
      this.#givers = [];
      return [{ login: giver.ref, at: giver.at, set: giver.set, first: true }];
    }
    const isPolled = this.#polls.isOne(exchange, gave.length > 0) && !input.saysWho;
    if (mayGive(input) || (isPolled && !input.forGuests)) {
      const answered = {
        ref,
        at,
        set,
        gave,
        ...(isPolled && { isPolled: true as const }),
        ...(isSealed(response?.body) && { isSealed: true as const }),
      };
      const isSame = (one: { ref: ExchangeRef }) =>
        isPolled && placeOf(one.ref.url) === placeOf(url);
      this.#givers = withLatest(this.#givers, answered, KEPT_GIVERS, isSame);
    }
    return [];
  }

  /** What somebody sent comes before what a script asked for all the time. */
  #giverOf(input: Admitting): Giver | undefined {
    const all = this.#givers.filter((one) => isBy(one, input));
    const sealed = this.#givers.filter((one) => one.isSealed && isNear(one, input));
    const [only, ...others] = input.isFirst ? sealed : [];
    return (
      all.findLast((one) => !one.isPolled) ?? all.at(-1) ?? (others.length === 0 ? only : undefined)
    );
  }

  /** What another device let in, going by the address that a script asked until then. */
  #waitedFor(input: Admitting): Giver | undefined {
    if (!isLetIn(input.exchange)) return undefined;
    return this.#givers.findLast((one) => {
      return one.isPolled && isWaitingPlace(one.ref.url) && isBy(one, input);
    });
  }

  /** An answer gave this as well: it was not known until it opened something. */
  gaveToo(id: string, credentialId: string): void {
    const giver = this.#givers.find(({ ref }) => ref.id === id);
    if (!giver) return;
    giver.gave.push(credentialId);
    giver.set.push(credentialId);
  }

  /** What a request and its answer held was told late; `gave` is what is new in it. */
  bodies(id: string, gave: readonly string[], request?: Body, response?: Body): void {
    const giver = this.#givers.find(({ ref }) => ref.id === id);
    if (!giver) return;
    if (response?.refusal || !mayBeTyped(request))
      this.#givers = this.#givers.filter((one) => one !== giver);
    giver.gave.push(...gave);
    giver.set.push(...gave);
  }

  save(): SavedAdmitted {
    const raised = this.#raised.save();
    return { refused: this.#refused, givers: this.#givers, polls: this.#polls.save(), raised };
  }
}

/** A page waits there for somebody to log in by a picture that another device takes of it. */
function isWaitingPlace(url: string): boolean {
  return isLoginPath(url) || SCANNED.test(parseUrl(url)?.pathname ?? '');
}

/** It carries what the other one gave, to the same site. */
function isBy(giver: Giver, input: Admitting): boolean {
  const { gave, ref } = giver;
  const isGiven = input.carried.some((id) => gave.includes(id)) || input.givenIn.includes(ref.id);
  return isGiven && isNear(giver, input);
}

function isNear({ ref, at }: Giver, { exchange: { url, startedAt } }: Admitting): boolean {
  return siteOf(url) === siteOf(ref.url) && startedAt - at <= ASKS_WITHIN;
}

/**
 * What is sent by nobody yet, and may give something; the next token for the last one is no login.
 */
function mayGive({ exchange, gave, saysWho, forGuests }: Admitting): boolean {
  const { url, method, request, response } = exchange;
  if (forGuests || isRenewalPath(url)) return false;
  const isSentOn = (response?.status ?? 0) >= 300 && !response?.body?.refusal;
  if (!isLetIn(exchange) && !(isSentOn && (response?.status ?? 0) < 400)) return false;
  if (isLoginLink(exchange) || isKeyLink(exchange)) return gave.length > 0;
  return !saysWho && SENDS.has(method) && mayBeTyped(request.body);
}
