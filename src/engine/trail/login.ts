import type { Exchange, ExchangeRef, LoginForm, Millis } from '../model.js';
import { originOf, parseUrl } from '../normalize/site.js';

/** How long a form's submission and its request may lie apart, and a login's redirects take. */
const FORM_WINDOW: Millis = 5_000;
const REDIRECT_WINDOW: Millis = 15_000;
const KEPT = 16;
/** Last part of the path; `/api/session` is where some APIs log in. */
const LOGIN_PATH = /(?:^|\/)(?:log[-_]?in|sign[-_]?in|authenticate|authentication|auth|sessions?|credentials|auth-with-password)(?:\.\w+)?\/?$/i;

/** A finished exchange as the watch remembers it: enough to be recognised as a login later. */
export interface Watched {
  ref: ExchangeRef;
  at: Millis;
  /** Ids of the credentials its response set or issued. */
  set: string[];
  passwordField?: string;
  accepted: boolean;
  redirectUrl?: string;
}

export interface SavedLoginWatch {
  forms: LoginForm[];
  posts: Watched[];
  follow: { url: string; login: ExchangeRef; until: Millis } | null;
  challenged: string[];
}

/** A response that belongs to a login: of the login request itself, or of a redirect after it. */
export interface LoginStep {
  login: ExchangeRef;
  at: Millis;
  set: string[];
  /** True for the login request itself. */
  first: boolean;
}

/**
 * Recognises logins: a POST with a password field, in its own body or in a form that the page
 * submitted to it, which the server did not turn down; and the redirects that follow it.
 */
export class LoginWatch {
  #forms: LoginForm[] = [];
  #posts: Watched[] = [];
  #follow: SavedLoginWatch['follow'] = null;
  /** Addresses that asked for HTTP authentication (RFC 9110 §11.6.1). */
  #challenged: string[] = [];

  /** A form with a password field was submitted; it may be told before or after its request. */
  form(form: LoginForm): LoginStep[] {
    this.#forms = [...this.#forms, form].slice(-KEPT);
    return this.#posts.filter((post) => this.#isOf(form, post)).flatMap((post) => this.#login(post));
  }

  exchange(exchange: Exchange, set: string[]): LoginStep[] {
    const watched = watch(exchange, set);
    const followed = this.#followRedirect(watched);
    if (this.#answersChallenge(exchange)) return [{ login: watched.ref, at: watched.at, set, first: true }];
    if (exchange.method !== 'POST') return followed;
    this.#posts = [...this.#posts, watched].slice(-KEPT);
    const submitted = watched.passwordField !== undefined || this.#forms.some((form) => this.#isOf(form, watched));
    return submitted || isLoginByPath(watched) ? this.#login(watched) : followed;
  }

  /** DevTools told late that a request had a password field. */
  password(exchangeId: string): LoginStep[] {
    return this.#posts.filter((post) => post.ref.id === exchangeId).flatMap((post) => this.#login(post));
  }

  save(): SavedLoginWatch {
    return { forms: this.#forms, posts: this.#posts, follow: this.#follow, challenged: this.#challenged };
  }

  restore(saved: SavedLoginWatch): void {
    this.#forms = saved.forms;
    this.#posts = saved.posts;
    this.#follow = saved.follow;
    this.#challenged = saved.challenged;
  }

  /** The person gave the browser a name and a password; it sends them from now on. */
  #answersChallenge({ url, request, response }: Exchange): boolean {
    const address = url.split(/[?#]/, 1)[0]!;
    const origin = originOf(url);
    const asks = response?.headers.some(({ name, value }) => name === 'www-authenticate' && /^(?:basic|digest|ntlm|negotiate)/i.test(value));
    if (response?.status === 401 && asks) {
      this.#challenged = [...this.#challenged.filter((one) => one !== address), address].slice(-KEPT);
      return false;
    }
    const gives = request.headers.some(({ name, value }) => name === 'authorization' && /^(?:basic|digest|ntlm|negotiate) /i.test(value));
    if (!gives || (response?.status ?? 500) >= 400 || !this.#challenged.includes(address)) return false;
    this.#challenged = this.#challenged.filter((one) => originOf(one) !== origin);
    return true;
  }

  #isOf(form: LoginForm, post: Watched): boolean {
    return Math.abs(form.at - post.at) <= FORM_WINDOW && withoutFragment(form.actionUrl) === withoutFragment(post.ref.url);
  }

  /** The step of one login; the post is forgotten, so that it counts once. */
  #login(post: Watched): LoginStep[] {
    this.#posts = this.#posts.filter((other) => other !== post);
    if (!post.accepted) return [];
    if (post.redirectUrl) this.#follow = { url: post.redirectUrl, login: post.ref, until: post.at + REDIRECT_WINDOW };
    return [{ login: post.ref, at: post.at, set: post.set, first: true }];
  }

  #followRedirect(watched: Watched): LoginStep[] {
    const follow = this.#follow;
    if (!follow || watched.at > follow.until || withoutFragment(watched.ref.url) !== withoutFragment(follow.url)) return [];
    this.#follow = watched.redirectUrl ? { ...follow, url: watched.redirectUrl } : null;
    return [{ login: follow.login, at: watched.at, set: watched.set, first: false }];
  }
}

function watch(exchange: Exchange, set: string[]): Watched {
  const { id, method, url, request, response, redirectUrl } = exchange;
  const status = response?.status ?? 0;
  return {
    ref: { id, method, url, status },
    at: exchange.startedAt,
    set,
    accepted: status >= 200 && status < 400 && !isReturnToLogin(url, redirectUrl),
    ...(request.body?.passwordField ? { passwordField: request.body.passwordField } : {}),
    ...(redirectUrl ? { redirectUrl } : {}),
  };
}

/** A failed login sends the browser back to the form it came from. */
function isReturnToLogin(url: string, redirectUrl: string | undefined): boolean {
  const target = redirectUrl === undefined ? undefined : parseUrl(redirectUrl);
  return target !== undefined && target.pathname === parseUrl(url)?.pathname && /[?&](error|failed|invalid)/i.test(target.search);
}

/** Bodies may be unseen: a POST to a place for logging in that gave something. */
function isLoginByPath({ ref: { url }, set }: Watched): boolean {
  return set.length > 0 && LOGIN_PATH.test(parseUrl(url)?.pathname ?? '');
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0]!;
}
