import type { Body, Exchange, ExchangeRef, LoginForm, Millis } from '../model.js';
import { isPasswordField, PASSWORD_MARK } from '../normalize/password-field.js';
import { parseUrl, siteOf } from '../normalize/site.js';
import { HttpAuthWatch, type SavedHttpAuth } from './http-auth.js';
import { isAccepted, isLoginLink, leadsOn } from './login-signs.js';
import type { LoginPages } from './login-pages.js';
import type { LoginStep } from './login-step.js';
import { type AnswerRef, asksAgain, ClaimedLogin, type SavedClaim } from './claimed-login.js';
import { AskingPages, pageOf, type SavedAskingPages } from './asking-pages.js';
import { isThrownOut } from './session-watch.js';
import { talksLogin } from './socket-login.js';
import { isSame, isSubmittedBy } from './submitted-form.js';
import {
  isAccountPath,
  isKeyLoginPath,
  isLoginAct,
  isLoginPath,
  isLoginThing,
  isLoginWord,
  isSecondFactorPath,
} from './words.js';

/** How long a page takes to use what it got, and a login's redirects take. */
const FIRST_USE: Millis = 5_000;
const REDIRECT_WINDOW: Millis = 15_000;
/** How long somebody looks for a one-time code. */
const SECOND_STEP: Millis = 10 * 60_000;
const KEPT = 16;
const SENDS: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

/** A finished exchange as the watch remembers it: enough to be recognised as a login later. */
export interface Watched {
  ref: ExchangeRef;
  at: Millis;
  /** Ids of the credentials its response set or issued. */
  set: string[];
  passwordField?: string;
  /** With a password it is a login; undefined while that depends on a page that was not seen. */
  accepted: boolean | undefined;
  /** It gave something that may tell a user from others. */
  gave: boolean;
  /** Nobody who had logged in was logged out before it. */
  signedIn: boolean;
  /** Page whose script made it. */
  page?: string;
  redirectUrl?: string;
}

/** A finished exchange, as logins look at it. */
export interface LoginInput {
  exchange: Exchange;
  /** Ids of the credentials its response set or issued; and of those that are new, or have a new value. */
  set: string[];
  gave: string[];
  /** Somebody logged in at its site before, and did not log out. */
  signedIn: boolean;
  /** Site of the page on whose behalf it was made. */
  pageSite: string;
  /** It asks an authorization server for tokens, by its address at least. */
  isTokenRequest: boolean;
  /** It gets a token for whoever asks. */
  forGuests: boolean;
  /** It took back all that the login gave which led there. */
  undone: boolean;
}

export interface SavedLoginWatch {
  forms: LoginForm[];
  posts: Watched[];
  follow: { url: string; login: ExchangeRef; until: Millis } | null;
  httpAuth: SavedHttpAuth;
  last: { site: string; login: ExchangeRef; until: Millis } | null;
  unseen: { ref: ExchangeRef; at: Millis; pageSite: string } | null;
  asking: SavedAskingPages;
  claimed: SavedClaim;
}

/**
 * Recognises logins: a POST with a password field, in its own body or in a form that the page
 * submitted to it, which the server did not turn down, and the redirects and second steps that
 * follow it; links that log in; HTTP authentication.
 */
export class LoginWatch {
  #forms: LoginForm[] = [];
  #posts: Watched[] = [];
  #follow: SavedLoginWatch['follow'] = null;
  #httpAuth = new HttpAuthWatch();
  readonly #asking = new AskingPages();
  readonly #pages: LoginPages;
  readonly #claimed = new ClaimedLogin();
  /** The last login, which a second step may complete. */
  #last: SavedLoginWatch['last'] = null;
  /** The last POST that may have been a login, going by its address alone. */
  #unseen: SavedLoginWatch['unseen'] = null;

  constructor(pages: LoginPages) {
    this.#pages = pages;
  }

  /** A form with a password field was submitted; it may be told before or after its request. */
  form(form: LoginForm): LoginStep[] {
    // Whoever submits a page's form again got nowhere by it before.
    const others = this.#forms.filter(({ pageUrl }) => pageUrl !== form.pageUrl);
    this.#forms = [...others, form].slice(-KEPT);
    return this.#posts
      .filter((post) => isSubmittedBy(form, post))
      .flatMap((post) => this.#byForm(form, post));
  }

  exchange(input: LoginInput): LoginStep[] {
    const { exchange, gave, signedIn } = input;
    const watched = watch(input, this.#pages, this.#claimed);
    const followed = this.#followRedirect(watched, isThrownOut(exchange, this.#pages));
    const answer = { id: exchange.id, url: exchange.url, at: exchange.startedAt };
    const refuted = this.#claimed.refutedBy(answer, exchange.response?.body, input.undone);
    if (refuted.length > 0) return refuted;
    const polled = this.#claimed.polledBy(answer, watched.set);
    if (polled.length > 0) return polled;
    if (opensPage(exchange, this.#pages)) this.#claimed.pageOpened();
    const asked = this.#asking.asked(exchange);
    this.#asking.exchange(exchange);
    const dialog = this.#httpAuth.exchange(exchange, watched.ref, watched.set, signedIn);
    if (dialog.length > 0) return dialog;
    if (followed.length > 0 && exchange.method === 'GET') return followed;
    if (gave.length > 0 && !signedIn && isLoginLink(exchange) && watched.accepted)
      return this.#login(watched);
    if (!signedIn && talksLogin(exchange)) return this.#login({ ...watched, accepted: true });
    if (!SENDS.has(exchange.method) && !givesPassword(exchange)) return followed;
    this.#posts = [...this.#posts, watched].slice(-KEPT);
    const form = this.#forms.find((one) => isSubmittedBy(one, watched));
    if (form) return this.#byForm(form, watched);
    if (watched.passwordField !== undefined) return this.#login(watched);
    if (gave.length > 0 && isSecondFactorPath(exchange.url) && watched.accepted) {
      const byKey =
        !signedIn && isKeyLoginPath(exchange.url) && siteOf(exchange.url) === input.pageSite;
      return this.#secondStep(watched) ?? (byKey ? this.#login(watched) : followed);
    }
    // Bodies may be unseen: a POST to a place for logging in that gave something.
    const again = signedIn && leadsOn(exchange) && this.#claimed.triedAgainBy(watched).length > 0;
    const byPath =
      (!signedIn || again) &&
      !input.forGuests &&
      watched.accepted === true &&
      (asked || isLoginPlace(input) || asksForLogin(exchange) || input.isTokenRequest);
    if (byPath && !input.isTokenRequest && (leadsOn(exchange) || givesAtOnce(exchange, gave)))
      return this.#login(watched);
    if (byPath) this.#unseen = { ref: watched.ref, at: watched.at, pageSite: input.pageSite };
    return followed;
  }

  /** True for the page to which a login led, and which takes back all that it gave. */
  isUndoneBy(exchange: Exchange, cleared: readonly string[]): boolean {
    return this.#leadsTo(exchange.url, exchange.startedAt) && this.#claimed.gaveOnly(cleared);
  }

  /** A page sends a token that was never seen before: the answer that gave it had no body to be seen. */
  firstSent(at: Millis, pageSite: string): LoginStep[] {
    const post = this.#unseen;
    if (!post || post.pageSite !== pageSite || at - post.at > FIRST_USE) return [];
    this.#unseen = null;
    return [{ login: post.ref, at: post.at, set: [], first: true, site: pageSite }];
  }

  /** It is known by now that the last token was asked for by nobody in particular. */
  wasForGuests(id: string): void {
    if (this.#unseen?.ref.id === id) this.#unseen = null;
  }

  /** DevTools told late what a request and its answer held. */
  bodies(answer: AnswerRef, request: Body | undefined, response: Body | undefined): LoginStep[] {
    const refuted = this.#claimed.refutedBy(answer, response);
    if (refuted.length > 0) return refuted;
    const post = this.#posts.find(({ ref }) => ref.id === answer.id);
    if (!post) return [];
    if (request?.passwordField) post.passwordField = request.passwordField;
    // A page was shown, and now it is known which.
    if (post.accepted === undefined && response) post.accepted = !asksAgain(response, undefined);
    if (response?.refusal) post.accepted = false;
    const form = this.#forms.find((one) => isSubmittedBy(one, post));
    if (form) return this.#byForm(form, post);
    return post.passwordField ? this.#login(post) : [];
  }

  save(): SavedLoginWatch {
    return {
      forms: this.#forms,
      posts: this.#posts,
      follow: this.#follow,
      httpAuth: this.#httpAuth.save(),
      last: this.#last,
      unseen: this.#unseen,
      asking: this.#asking.save(),
      claimed: this.#claimed.save(),
    };
  }

  restore(saved: SavedLoginWatch): void {
    this.#forms = saved.forms;
    this.#posts = saved.posts;
    this.#follow = saved.follow;
    this.#httpAuth.restore(saved.httpAuth);
    this.#last = saved.last;
    this.#unseen = saved.unseen;
    this.#asking.restore(saved.asking);
    this.#claimed.restore(saved.claimed);
  }

  /** A code or a key after the password: what it gives belongs to the login that it completes. */
  #secondStep(watched: Watched): LoginStep[] | undefined {
    const last = this.#last;
    if (!last || last.site !== siteOf(watched.ref.url) || watched.at > last.until) return undefined;
    return [{ login: last.login, at: watched.at, set: watched.set, first: false }];
  }

  /** A form is submitted once: what its page sends after that is no login of it. */
  #byForm(form: LoginForm, post: Watched): LoginStep[] {
    const steps = this.#login(post);
    if (post.accepted !== undefined) this.#forms = this.#forms.filter((one) => one !== form);
    return steps;
  }

  /** The step of one login; the post is forgotten, so that it counts once. */
  #login(post: Watched): LoginStep[] {
    if (post.accepted === undefined) return [];
    this.#posts = this.#posts.filter((other) => other !== post);
    if (!post.accepted) return [];
    this.#last = { site: siteOf(post.ref.url), login: post.ref, until: post.at + SECOND_STEP };
    const again = post.signedIn ? this.#claimed.triedAgainBy(post) : [];
    this.#claimed.begin(post);
    if (post.redirectUrl)
      this.#follow = { url: post.redirectUrl, login: post.ref, until: post.at + REDIRECT_WINDOW };
    return [...again, { login: post.ref, at: post.at, set: post.set, first: true }];
  }

  #leadsTo(url: string, at: Millis): boolean {
    return this.#follow !== null && at <= this.#follow.until && isSame(url, this.#follow.url);
  }

  /** What the pages set that a login leads to is given by it, but for one that asks to log in again. */
  #followRedirect(watched: Watched, thrownOut: boolean): LoginStep[] {
    const follow = this.#follow;
    if (!follow || !this.#leadsTo(watched.ref.url, watched.at)) return [];
    this.#follow =
      watched.redirectUrl && !thrownOut ? { ...follow, url: watched.redirectUrl } : null;
    if (thrownOut) return [];
    this.#claimed.ledTo(watched);
    return [{ login: follow.login, at: watched.at, set: watched.set, first: false }];
  }
}

/** Whoever comes back to the form has got no further by it. */
function opensPage({ type, method, url }: Exchange, pages: LoginPages): boolean {
  return type === 'document' && method === 'GET' && !pages.isOne(url);
}

/** In an address, where it does not belong. */
function givesPassword({ url, type }: Exchange): boolean {
  if (type !== 'fetch' || !isLoginAct(url)) return false;
  return [...new URLSearchParams(parseUrl(url)?.search)].some(([name]) => isPasswordField(name));
}

function watch(
  { exchange, set, gave, signedIn }: LoginInput,
  pages: LoginPages,
  claimed: ClaimedLogin,
): Watched {
  const { id, method, url, response, redirectUrl } = exchange;
  // Passwords are also given to make an account, or to change or confirm one.
  const password = passwordFieldOf(exchange);
  const isIn = signedIn && !claimed.isDoubtedBy(url, password.passwordField);
  const isElsewhere = !isLoginPath(url) && !pages.isOne(url) && (isIn || isAccountPath(url));
  const elsewhere = gave.length === 0 && isElsewhere;
  return {
    ref: { id, method, url, status: response?.status ?? 0 },
    at: exchange.startedAt,
    set,
    gave: gave.length > 0,
    signedIn,
    ...pageOf(exchange),
    accepted: elsewhere ? false : isAccepted(exchange, gave.length > 0),
    ...password,
    ...(redirectUrl ? { redirectUrl } : {}),
  };
}

function passwordFieldOf(exchange: Exchange): { passwordField?: string } {
  const field = exchange.request.body?.passwordField;
  const given = field ?? (givesPassword(exchange) ? PASSWORD_MARK : undefined);
  return given === undefined ? {} : { passwordField: given };
}

/** Its body names the act, whatever its address is. */
function asksForLogin({ request }: Exchange): boolean {
  return (request.body?.action ?? '').split(' ').some((word) => isLoginWord(word));
}

/** Its address is for logging in; a thing of that name may be another service's. */
function isLoginPlace({ exchange: { url }, pageSite }: LoginInput): boolean {
  return isLoginAct(url) && (!isLoginThing(url) || siteOf(url) === pageSite);
}

/** What leads from one step of a login to the next has not logged in yet. */
function givesAtOnce({ type, redirectUrl }: Exchange, gave: readonly string[]): boolean {
  return gave.length > 0 && !(type === 'document' && isLoginPath(redirectUrl));
}
