import type { Body, Exchange, ExchangeRef, LoginForm, Millis } from '../model.js';
import { siteOf } from '../normalize/site.js';
import { HttpAuthWatch, type SavedHttpAuth } from './http-auth.js';
import { isAccepted, isLoginLink, leadsOn } from './login-signs.js';
import type { LoginStep } from './login-step.js';
import { AskingPages, pageOf, type SavedAskingPages } from './asking-pages.js';
import { isThrownOut } from './session-watch.js';
import { talksLogin } from './socket-login.js';
import {
  isAccountPath,
  isKeyLoginPath,
  isLoginAct,
  isLoginPath,
  isLoginThing,
  isLoginWord,
  isSecondFactorPath,
} from './words.js';

/** How long a form's submission and its request may lie apart, and a login's redirects take. */
const FORM_WINDOW: Millis = 5_000;
const REDIRECT_WINDOW: Millis = 15_000;
/** How long somebody looks for a one-time code. */
const SECOND_STEP: Millis = 10 * 60_000;
const KEPT = 16;

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
}

export interface SavedLoginWatch {
  forms: LoginForm[];
  posts: Watched[];
  follow: { url: string; login: ExchangeRef; until: Millis } | null;
  httpAuth: SavedHttpAuth;
  last: { site: string; login: ExchangeRef; until: Millis } | null;
  unseen: { ref: ExchangeRef; at: Millis; pageSite: string } | null;
  asking: SavedAskingPages;
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
  /** The last login, which a second step may complete. */
  #last: SavedLoginWatch['last'] = null;
  /** The last POST that may have been a login, going by its address alone. */
  #unseen: SavedLoginWatch['unseen'] = null;

  /** A form with a password field was submitted; it may be told before or after its request. */
  form(form: LoginForm): LoginStep[] {
    this.#forms = [...this.#forms, form].slice(-KEPT);
    return this.#posts
      .filter((post) => this.#isOf(form, post))
      .flatMap((post) => this.#login(post));
  }

  exchange(input: LoginInput): LoginStep[] {
    const { exchange, gave, signedIn } = input;
    const watched = watch(input);
    const followed = this.#followRedirect(watched, isThrownOut(exchange));
    const asked = this.#asking.asked(exchange);
    this.#asking.exchange(exchange);
    const dialog = this.#httpAuth.exchange(exchange, watched.ref, watched.set, signedIn);
    if (dialog.length > 0) return dialog;
    if (followed.length > 0 && exchange.method === 'GET') return followed;
    if (gave.length > 0 && !signedIn && isLoginLink(exchange) && watched.accepted)
      return this.#login(watched);
    if (!signedIn && talksLogin(exchange)) return this.#login({ ...watched, accepted: true });
    if (!['POST', 'PUT', 'PATCH'].includes(exchange.method)) return followed;
    this.#posts = [...this.#posts, watched].slice(-KEPT);
    if (
      watched.passwordField !== undefined ||
      this.#forms.some((form) => this.#isOf(form, watched))
    )
      return this.#login(watched);
    if (gave.length > 0 && isSecondFactorPath(exchange.url) && watched.accepted) {
      const byKey =
        !signedIn && isKeyLoginPath(exchange.url) && siteOf(exchange.url) === input.pageSite;
      return this.#secondStep(watched) ?? (byKey ? this.#login(watched) : followed);
    }
    // Bodies may be unseen: a POST to a place for logging in that gave something.
    const byPath =
      !signedIn &&
      watched.accepted === true &&
      (asked || isLoginPlace(input) || asksForLogin(exchange) || input.isTokenRequest);
    if (byPath && !input.isTokenRequest && (leadsOn(exchange) || givesAtOnce(exchange, gave)))
      return this.#login(watched);
    if (byPath) this.#unseen = { ref: watched.ref, at: watched.at, pageSite: input.pageSite };
    return followed;
  }

  /** A page sends a token that was never seen before: the answer that gave it had no body to be seen. */
  firstSent(at: Millis, pageSite: string): LoginStep[] {
    const post = this.#unseen;
    if (!post || post.pageSite !== pageSite || at - post.at > FORM_WINDOW) return [];
    this.#unseen = null;
    return [{ login: post.ref, at: post.at, set: [], first: true, site: pageSite }];
  }

  /** DevTools told late what a request and its answer held. */
  bodies(exchangeId: string, request: Body | undefined, response: Body | undefined): LoginStep[] {
    const post = this.#posts.find(({ ref }) => ref.id === exchangeId);
    if (!post) return [];
    if (request?.passwordField) post.passwordField = request.passwordField;
    // A page was shown, and now it is known which.
    if (post.accepted === undefined && response)
      post.accepted = response.passwordField === undefined;
    if (response?.refusal) post.accepted = false;
    return post.passwordField || this.#forms.some((form) => this.#isOf(form, post))
      ? this.#login(post)
      : [];
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
  }

  /** A code or a key after the password: what it gives belongs to the login that it completes. */
  #secondStep(watched: Watched): LoginStep[] | undefined {
    const last = this.#last;
    if (!last || last.site !== siteOf(watched.ref.url) || watched.at > last.until) return undefined;
    return [{ login: last.login, at: watched.at, set: watched.set, first: false }];
  }

  #isOf(form: LoginForm, post: Watched): boolean {
    if (Math.abs(form.at - post.at) > FORM_WINDOW) return false;
    // A script may send what its page's form holds, to wherever it likes.
    const byScript =
      post.gave && post.page !== undefined && isSame(form.pageUrl, post.page) && isOwn(post);
    return byScript || isSame(form.actionUrl, post.ref.url);
  }

  /** The step of one login; the post is forgotten, so that it counts once. */
  #login(post: Watched): LoginStep[] {
    if (post.accepted === undefined) return [];
    this.#posts = this.#posts.filter((other) => other !== post);
    if (!post.accepted) return [];
    this.#last = { site: siteOf(post.ref.url), login: post.ref, until: post.at + SECOND_STEP };
    if (post.redirectUrl)
      this.#follow = { url: post.redirectUrl, login: post.ref, until: post.at + REDIRECT_WINDOW };
    return [{ login: post.ref, at: post.at, set: post.set, first: true }];
  }

  /** What the pages set that a login leads to is given by it, but for one that asks to log in again. */
  #followRedirect(watched: Watched, thrownOut: boolean): LoginStep[] {
    const follow = this.#follow;
    if (!follow || watched.at > follow.until || !isSame(watched.ref.url, follow.url)) return [];
    this.#follow =
      watched.redirectUrl && !thrownOut ? { ...follow, url: watched.redirectUrl } : null;
    if (thrownOut) return [];
    return [{ login: follow.login, at: watched.at, set: watched.set, first: false }];
  }
}

function watch({ exchange, set, gave, signedIn }: LoginInput): Watched {
  const { id, method, url, request, response, redirectUrl } = exchange;
  // Passwords are also given to make an account, or to change or confirm one.
  const elsewhere = gave.length === 0 && !isLoginPath(url) && (signedIn || isAccountPath(url));
  return {
    ref: { id, method, url, status: response?.status ?? 0 },
    at: exchange.startedAt,
    set,
    gave: gave.length > 0,
    ...pageOf(exchange),
    accepted: elsewhere ? false : isAccepted(exchange, gave.length > 0),
    ...(request.body?.passwordField ? { passwordField: request.body.passwordField } : {}),
    ...(redirectUrl ? { redirectUrl } : {}),
  };
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

function isOwn({ page, ref }: Watched): boolean {
  return page !== undefined && siteOf(page) === siteOf(ref.url);
}

function isSame(a: string, b: string): boolean {
  return a.split('#', 1)[0] === b.split('#', 1)[0];
}
