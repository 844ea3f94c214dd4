import type { Body, Exchange, Millis } from '../../model.js';
import { isLetIn } from '../../credentials/turned-down.js';
import { pageAddress, siteOf } from '../../normalize/addresses/site.js';
import { partsOf } from '../address-words.js';
import { bringsNothing, type LoginInput, type Watched } from '../watched-exchange.js';
import { isAccountPlace } from './account-words.js';
import { isAccountPath, isSecondFactorPath, sendsCode } from './beside-login-words.js';
import { LedToCode, type SavedLedToCode } from './led-to-code.js';
import type { LoginStep } from './login-step.js';
import { isLoginAct } from './login-words.js';
import { SENDS } from '../../methods.js';

/** How long somebody looks for a one-time code. */
const WITHIN: Millis = 15 * 60_000;
/** Where it is chosen how a code is to come; what gives a session there was the code. */
const MAY_SEND = /^(?:challenge|methods?)$/i;

export interface SavedHalfLogin {
  half: Half | null;
  led: SavedLedToCode;
}

/** A password, and the page that asks for more. */
interface Half extends Watched {
  /** Its address, where the password led to a page of its own. */
  askedAt?: string;
}

/** A login that has more steps, and the exchange by which somebody was let in. */
export interface WholeLogin {
  post: Watched;
  /** Ids of what stood for half of it. */
  took: string[];
}

/**
 * A password that was right, and an answer that asks for more: the login is what is let in after
 * that.
 */
export class HalfLogin {
  #half: Half | null;
  readonly #led: LedToCode;

  constructor(saved?: SavedHalfLogin) {
    this.#half = saved?.half ?? null;
    this.#led = new LedToCode(saved?.led);
  }

  save(): SavedHalfLogin {
    return { half: this.#half, led: this.#led.save() };
  }

  /** True for a page that asks for a code, to which a password led that had seemed enough. */
  isAskedBy(exchange: Exchange): boolean {
    const post = this.#led.askedBy(exchange);
    if (post) this.#half = { ...post, askedAt: pageAddress(exchange.url) };
    return post !== undefined;
  }

  /** What answered it is known now. */
  bodies(id: string, answer: Body | undefined): void {
    const post = this.#led.postOf(id);
    if (post) this.note(post, answer);
  }

  /** Notes that what was sent is half a login, by what it was answered. */
  note(post: Watched, answer: Body | undefined): void {
    this.#led.note(post);
    const isPassword = post.passwordField !== undefined || this.#half !== null;
    if (answer?.halfway && !answer.refusal && (post.ref.status ?? 0) < 400 && isPassword)
      this.#half = post;
  }

  /** The whole login, where this exchange shows that there is one. */
  exchange(input: LoginInput, watched: Watched): WholeLogin | undefined {
    const half = this.#half;
    const { url, startedAt } = input.exchange;
    if (!half || siteOf(url) !== siteOf(half.ref.url) || startedAt - half.at > WITHIN)
      return undefined;
    if (isGreeted(input)) return this.#whole(half, []);
    const isStep = isNext(half, input.exchange) || input.tokens.some((id) => half.set.includes(id));
    const isIn = isStep && completes(half, input, watched);
    // What it gave opens something by itself: it was all of it.
    const opens = !isNextPlace(url) && isLetIn(input.exchange) && isSentAs(half, input);
    if (!isIn && !opens) return undefined;
    const took = half.set.filter((id) => input.tokens.includes(id));
    return isIn ? this.#whole(watched, took) : this.#whole(half, []);
  }

  #whole(post: Half, took: string[]): WholeLogin {
    this.#half = null;
    return { post: { ...post, accepted: true }, took };
  }
}

/** The step of a whole login, with what the half of it gave that it took. */
export function withHalf(steps: readonly LoginStep[], took: string[]): LoginStep[] {
  return steps.map((step) => (step.first ? { ...step, set: [...step.set, ...took], took } : step));
}

function isNextPlace(url: string): boolean {
  return isSecondFactorPath(url) || isLoginAct(url) || isAccountPath(url) || isAccountPlace(url);
}

function isSentAs({ set }: Watched, { saysWho }: LoginInput): boolean {
  return saysWho.some((id) => set.includes(id));
}

/** By its address, or by the page that asked. */
function isNext(half: Half, exchange: Exchange): boolean {
  return isNextPlace(exchange.url) || isSentFrom(half, exchange);
}

function isSentFrom({ askedAt, ref }: Half, { type, url, request }: Exchange): boolean {
  if (type !== 'document') return false;
  const from = request.headers.find(({ name }) => name === 'referer')?.value ?? url;
  return pageAddress(from) === (askedAt ?? pageAddress(ref.url));
}

/** A page that offers to log out: no more was asked for, or it was given where nobody saw it. */
function isGreeted({ exchange: { method, type, url, response } }: LoginInput): boolean {
  const isPage = method === 'GET' && type === 'document' && !isNextPlace(url);
  return isPage && response?.status === 200 && response.body?.wayOut === true;
}

/** Something is given for it; or only said, to whoever came with something by which to know him. */
function completes(half: Half, { exchange, gave }: LoginInput, { accepted }: Watched): boolean {
  const { method, url, response, redirectUrl } = exchange;
  if (!SENDS.has(method) || response?.body?.halfway || response?.body?.refusal) return false;
  if (redirectUrl !== undefined && asksOn(half, url, redirectUrl)) return false;
  if (sendsCode(url)) return false;
  if (gave.length > 0) return accepted === true || isLetIn(exchange);
  const isSent = partsOf(url).some((part) => MAY_SEND.test(part));
  const isCode = isSecondFactorPath(url) || isSentFrom(half, exchange);
  return accepted === true && leavesForm(exchange) && !isSent && !bringsNothing(exchange) && isCode;
}

/** What a form is answered with and leads nowhere may be the form again. */
function leavesForm({ type, response, redirectUrl }: Exchange): boolean {
  return type !== 'document' || redirectUrl !== undefined || response?.body?.wayOut === true;
}

/** It leads to the page that asked, or to another that does: it was not the one. */
function asksOn({ askedAt }: Half, url: string, redirectUrl: string): boolean {
  const to = pageAddress(redirectUrl);
  return to === askedAt || to === pageAddress(url) || isSecondFactorPath(redirectUrl);
}
