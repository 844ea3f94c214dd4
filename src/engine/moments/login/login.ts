import type { Body, Exchange, LoginForm } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';
import { withHalf } from './half-login.js';
import { letsNobodyIn, makesAccount } from './lets-nobody-in.js';
import { HttpAuthWatch, type SavedHttpAuth } from './http-auth.js';
import { givesAtOnce, isLoginLink, leadsOn, opensPage } from './login-signs.js';
import type { LoginPages } from './login-pages.js';
import { mayLogInThere, type SentFrom } from './login-place.js';
import { LoginRedirects, type SavedRedirect } from './login-redirects.js';
import type { LoginStep } from './login-step.js';
import { type AnswerRef, asksAgain, ClaimedLogin, type SavedClaim } from './claimed-login.js';
import { LoginTraces, type SavedLoginTraces } from './login-traces.js';
import { isAssertion } from './assertion.js';
import { asksForCode } from './sent-code.js';
import { type SavedSecondStep, SecondStep } from './second-step.js';
import { isThrownOut } from '../session/thrown-out.js';
import { talksLogin } from './socket-login.js';
import { isSubmittedBy } from './submitted-form.js';
import { type SavedUnseenLogin, UnseenLogin } from './unseen-login.js';
import { isKeyLoginPath, isSecondFactorPath } from './beside-login-words.js';
import { isBesideLogin } from './login-words.js';
import { givesPassword, type LoginInput, SENDS, watch, type Watched } from '../watched-exchange.js';

const KEPT = 16;

export interface SavedLoginWatch {
  forms: LoginForm[];
  posts: Watched[];
  follow: SavedRedirect;
  httpAuth: SavedHttpAuth;
  last: SavedSecondStep;
  unseen: SavedUnseenLogin;
  claimed: SavedClaim;
  /** Absent in what an older version saved. */
  traces?: SavedLoginTraces;
}

/**
 * Recognises logins: a POST with a password field, in its own body or in a form that the page
 * submitted to it, which the server did not turn down, and the redirects and second steps that
 * follow it; links that log in; HTTP authentication.
 */
export class LoginWatch {
  #forms: LoginForm[] = [];
  #posts: Watched[] = [];
  readonly #redirects = new LoginRedirects();
  #httpAuth = new HttpAuthWatch();
  readonly #pages: LoginPages;
  readonly #claimed = new ClaimedLogin();
  #traces = new LoginTraces();
  #second = new SecondStep();
  /** One whose answer was not seen. */
  readonly unseen = new UnseenLogin();

  constructor(pages: LoginPages) {
    this.#pages = pages;
  }

  /** A form with a password field was submitted; it may be told before or after its request. */
  form(form: LoginForm): LoginStep[] {
    // Whoever submits a page's form again got nowhere by it before.
    const others = this.#forms.filter(({ pageUrl }) => pageUrl !== form.pageUrl);
    this.#forms = [...others, form].slice(-KEPT);
    const posts = this.#posts.filter((post) => isSubmittedBy(form, post));
    return posts.flatMap((post) => this.#byForm(form, post));
  }

  exchange(input: LoginInput): LoginStep[] {
    const { exchange, gave, signedIn } = input;
    const asks = this.#traces.shown.asks(exchange);
    this.#traces.shown.exchange(exchange);
    this.#traces.challenges.exchange(exchange);
    const watched = watch(input, asks, this.#pages, this.#claimed);
    const followed = this.#redirects.exchange(watched, isThrownOut(exchange, this.#pages));
    if (followed.length > 0) this.#claimed.ledTo(watched);
    const { id, url, startedAt: at, response } = exchange;
    const answer = { id, url, at, status: response?.status ?? 0 };
    const refuted = this.#claimed.refutedBy(answer, response?.body, input.undone);
    if (refuted.length > 0) return refuted;
    const polled = this.#claimed.polledBy(answer, watched.set);
    const told = polled.length > 0 ? polled : this.#claimed.ledBackBy(exchange);
    if (told.length > 0) return told;
    if (opensPage(exchange, this.#pages)) this.#claimed.pageOpened();
    const whole = this.#traces.half.exchange(input, watched);
    if (whole) return withHalf(this.#login(whole.post), whole.took);
    this.#traces.half.note(watched, response?.body);
    const from = this.#traces.sentFrom(exchange, gave.length > 0);
    const greeted = this.#traces.greeted.exchange(exchange, watched, input);
    const back = this.#traces.back.exchange(exchange, watched) ?? greeted;
    if (back) return this.#login(back);
    const dialog = this.#httpAuth.exchange(exchange, watched.ref, watched.set, signedIn);
    if (dialog.length > 0) return dialog;
    if (followed.length > 0 && exchange.method === 'GET') return followed;
    const isLink = isLoginLink(exchange) && !this.#pages.sendsTo(exchange);
    if (gave.length > 0 && !signedIn && isLink && watched.accepted) return this.#login(watched);
    if (!signedIn && talksLogin(exchange)) return this.#login({ ...watched, accepted: true });
    if (!SENDS.has(exchange.method) && !givesPassword(exchange)) return followed;
    return this.#sent(input, watched, from) ?? followed;
  }

  /** What was sent, as a login; undefined where it is none. */
  #sent(input: LoginInput, watched: Watched, from: SentFrom): LoginStep[] | undefined {
    const { exchange, gave, signedIn } = input;
    this.#posts = [...this.#posts, watched].slice(-KEPT);
    const form = this.#forms.find((one) => isSubmittedBy(one, watched));
    if (form) return this.#byForm(form, watched);
    if (this.#traces.code.isForOther(exchange)) return undefined;
    const completes = input.took.length > 0 || this.#second.isCode(watched);
    if (completes && gave.length > 0) return this.#second.of(watched, input.took);
    if (watched.passwordField !== undefined) return this.#login(watched);
    const isCode = this.#traces.code.isTaken(input) || isAssertion(exchange.request.body);
    const proves = this.#traces.challenges.isAnsweredBy(exchange, gave.length > 0);
    const isTaken = ((isCode && gave.length > 0) || proves) && watched.accepted;
    if (isTaken && !signedIn) return this.#second.of(watched) ?? this.#login(watched);
    if (gave.length > 0 && isSecondFactorPath(exchange.url) && watched.accepted) {
      const second = this.#second.of(watched);
      if (second || isBesideLogin(exchange.url)) return second;
      if (!signedIn && isKeyLoginPath(exchange.url) && siteOf(exchange.url) === input.pageSite)
        return this.#login(watched);
    }
    // Bodies may be unseen: a POST to a place for logging in that gave something.
    const again = signedIn && leadsOn(exchange) && this.#claimed.triedAgainBy(watched).length > 0;
    const byPath = mayLogInThere(input, watched, from, again);
    if (input.otherSession && !byPath && watched.accepted) return this.#login(watched, true);
    if (byPath && !input.isTokenRequest && (leadsOn(exchange) || givesAtOnce(exchange, gave)))
      return this.#login(watched);
    const isWeak = exchange.request.body?.weakPassword && watched.accepted;
    if ((byPath || isWeak) && !asksForCode(exchange, gave))
      this.unseen.note({ ...watched, pageSite: input.pageSite });
    return undefined;
  }

  /** True for the page to which a login led, and which takes back all that it gave. */
  isUndoneBy(exchange: Exchange, cleared: readonly string[]): boolean {
    return (
      this.#redirects.leadsTo(exchange.url, exchange.startedAt) && this.#claimed.gaveOnly(cleared)
    );
  }

  /** DevTools told late what a request and its answer held. */
  bodies(answer: AnswerRef, request: Body | undefined, response: Body | undefined): LoginStep[] {
    const refuted = this.#claimed.refutedBy(answer, response);
    if (refuted.length > 0) return refuted;
    this.#claimed.toldOf(answer, request);
    const post = this.#posts.find(({ ref }) => ref.id === answer.id);
    if (!post || (!post.gave && makesAccount(request))) return [];
    if (request?.passwordField) post.passwordField = request.passwordField;
    // A page was shown, and now it is known which.
    if (post.accepted === undefined && response) post.accepted = !asksAgain(response, undefined);
    if (letsNobodyIn(response, post.gave)) post.accepted = false;
    this.#traces.half.note(post, response);
    const form = this.#forms.find((one) => isSubmittedBy(one, post));
    if (form) return this.#byForm(form, post);
    return post.passwordField ? this.#login(post) : [];
  }

  save(): SavedLoginWatch {
    return {
      forms: this.#forms,
      posts: this.#posts,
      follow: this.#redirects.save(),
      httpAuth: this.#httpAuth.save(),
      last: this.#second.save(),
      unseen: this.unseen.save(),
      claimed: this.#claimed.save(),
      traces: this.#traces.save(),
    };
  }

  restore(saved: SavedLoginWatch): void {
    this.#forms = saved.forms;
    this.#posts = saved.posts;
    this.#redirects.restore(saved.follow);
    this.#httpAuth.restore(saved.httpAuth);
    this.#second = new SecondStep(saved.last);
    this.unseen.restore(saved.unseen);
    this.#claimed.restore(saved.claimed);
    this.#traces = new LoginTraces(saved.traces);
  }

  /** A form is submitted once: what its page sends after that is no login of it. */
  #byForm(form: LoginForm, post: Watched): LoginStep[] {
    const steps = this.#login(post);
    if (post.accepted !== undefined) this.#forms = this.#forms.filter((one) => one !== form);
    return steps;
  }

  /** The step of one login; the post is forgotten, so that it counts once. */
  #login(post: Watched, isGuess = false): LoginStep[] {
    if (post.accepted === undefined) return [];
    this.#posts = this.#posts.filter((other) => other !== post);
    const again = this.#claimed.takenBackBy(post);
    if (!post.accepted) return again;
    this.#traces.tried.loggedIn(post.ref.url);
    this.#second.begin(post);
    this.#claimed.begin(post, isGuess);
    this.#redirects.begin(post);
    return [...again, { login: post.ref, at: post.at, set: post.set, first: true }];
  }
}
