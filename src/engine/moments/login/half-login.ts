import type { Body, Millis } from '../../model.js';
import { isLetIn } from '../../credentials/turned-down.js';
import { siteOf } from '../../normalize/addresses/site.js';
import { partsOf } from '../address-words.js';
import { bringsNothing, type LoginInput, SENDS, type Watched } from '../watched-exchange.js';
import { isAccountPlace } from './account-words.js';
import { isAccountPath, isSecondFactorPath } from './beside-login-words.js';
import type { LoginStep } from './login-step.js';
import { isLoginAct } from './login-words.js';

/** How long somebody looks for a one-time code. */
const WITHIN: Millis = 15 * 60_000;
/** Where a code is asked for, or chosen how it is to come. */
const SENDS_CODE =
  /^(?:(?:re)?send\w*|resend\w*|request\w*|generate\w*|start|challenge|methods?)$/i;

export type SavedHalfLogin = Watched | null;

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
  #half: SavedHalfLogin;

  constructor(saved: SavedHalfLogin = null) {
    this.#half = saved;
  }

  save(): SavedHalfLogin {
    return this.#half;
  }

  /** Notes that what was sent is half a login, by what it was answered. */
  note(post: Watched, answer: Body | undefined): void {
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
    const isStep = isNextPlace(url) || input.tokens.some((id) => half.set.includes(id));
    const isIn = isStep && completes(input, watched);
    // What it gave opens something by itself: it was all of it.
    const opens = !isNextPlace(url) && isLetIn(input.exchange) && isSentAs(half, input);
    if (!isIn && !opens) return undefined;
    this.#half = null;
    const took = half.set.filter((id) => input.tokens.includes(id));
    return { post: { ...(isIn ? watched : half), accepted: true }, took: isIn ? took : [] };
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

/** Something is given for it; or only said, to whoever came with something by which to know him. */
function completes({ exchange, gave }: LoginInput, { accepted }: Watched): boolean {
  const { method, url, response } = exchange;
  if (!SENDS.has(method) || response?.body?.halfway || response?.body?.refusal) return false;
  if (gave.length > 0) return accepted === true || isLetIn(exchange);
  const isSent = partsOf(url).some((part) => SENDS_CODE.test(part));
  return accepted === true && !isSent && !bringsNothing(exchange) && isSecondFactorPath(url);
}
