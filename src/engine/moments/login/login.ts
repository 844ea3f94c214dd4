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
import { asksForCode } from './sent-code.js';
import { type SavedSecondStep, SecondStep } from './second-step.js';
import { isThrownOut } from '../session/thrown-out.js';
import { talksLogin } from './socket-login.js';
import { type SavedSubmissions, Submissions } from './submissions.js';
import { type SavedUnseenLogin, UnseenLogin } from './unseen-login.js';
import { isKeyLoginPath, isSecondFactorPath, sendsCode } from './beside-login-words.js';
import { isBesideLogin } from './login-words.js';
import { givesPassword, type LoginInput, watch, type Watched } from '../watched-exchange.js';
import { SENDS } from '../../methods.js';

export interface SavedLoginWatch extends SavedSubmissions {
  follow: SavedRedirect;
  httpAuth: SavedHttpAuth;
  last: SavedSecondStep;
  unseen: SavedUnseenLogin;
  claimed: SavedClaim;
  /** Absent in what an older version saved. */
  traces?: SavedLoginTraces;
}

/**
 * Recognises logins: a password, in a request or in a form submitted to it, that was not turned
 * down, and the redirects and second steps after it; links that log in; HTTP authentication.
 */
export class LoginWatch {
  readonly #submissions = new Submissions();
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
    return this.#submissions.submitted(form).flatMap((post) => this.#byForm(form, post));
  }

  exchange(input: LoginInput): LoginStep[] {
    const { exchange } = input;
    const watched = watch(input, this.#traces.look(exchange), this.#pages, this.#claimed);
    const followed = this.#redirects.exchange(watched, isThrownOut(exchange, this.#pages));
    if (followed.length > 0) this.#claimed.ledTo(watched);
    const undone = this.#traces.half.isAskedBy(exchange) || input.undone;
    const answered = this.#claimed.answeredBy(input, undone);
    if (answered.length > 0) return this.#second.endedBy(answered);
    if (opensPage(exchange, this.#pages)) {
      this.#claimed.pageOpened();
      if (followed.length === 0) this.#redirects.leave();
    }
    return this.#begun(input, watched, followed);
  }

  /**
   * A login that begins, or goes on, with this exchange: first by what came before it (the half of
   * a login, a page that asked), then by HTTP's dialog and redirects, then by itself.
   */
  #begun(input: LoginInput, watched: Watched, followed: LoginStep[]): LoginStep[] {
    const { exchange, gave, signedIn, forGuests } = input;
    const whole = this.#traces.half.exchange(input, watched);
    if (whole) return withHalf(this.#login(whole.post), whole.took);
    this.#traces.half.note(watched, exchange.response?.body);
    const from = this.#traces.sentFrom(exchange, gave.length > 0);
    const ledTo = this.#traces.ledTo(input, watched);
    if (ledTo) return this.#login(ledTo);
    const dialog = this.#httpAuth.exchange(exchange, watched.ref, watched.set, signedIn);
    if (dialog.length > 0) return dialog;
    if (followed.length > 0 && exchange.method === 'GET') return followed;
    const isLink = !forGuests && isLoginLink(exchange) && !this.#pages.sendsTo(exchange);
    if (gave.length > 0 && !signedIn && isLink && watched.accepted) return this.#login(watched);
    if (!signedIn && talksLogin(exchange)) return this.#login({ ...watched, accepted: true });
    if (!SENDS.has(exchange.method) && !givesPassword(exchange)) return followed;
    return this.#sent(input, watched, from) ?? followed;
  }

  /** What was sent, as a login; undefined where it is none. */
  #sent(input: LoginInput, watched: Watched, from: SentFrom): LoginStep[] | undefined {
    const { exchange, gave } = input;
    if (exchange.request.body?.asGuest) return undefined;
    const form = this.#submissions.sent(watched);
    if (form) return this.#byForm(form, watched);
    if (this.#traces.code.isForOther(exchange)) return undefined;
    const completes = input.took.length > 0 || this.#second.isCode(watched);
    if (completes && gave.length > 0) return this.#second.of(watched, input.took);
    if (watched.passwordField !== undefined) return this.#login(watched);
    const proved = this.#proved(input, watched);
    return proved === 'open' ? this.#byPlace(input, watched, from) : proved;
  }

  /** By a code, a key or an answered challenge; `open` where none of them says anything. */
  #proved(input: LoginInput, watched: Watched): LoginStep[] | 'open' | undefined {
    const { exchange, gave, signedIn } = input;
    const isTaken = this.#traces.isProof(input) && watched.accepted;
    if (isTaken && !signedIn) return this.#second.of(watched) ?? this.#login(watched);
    if (gave.length === 0 || !isSecondFactorPath(exchange.url) || !watched.accepted) return 'open';
    const second = this.#second.of(watched);
    if (second || isBesideLogin(exchange.url) || sendsCode(exchange.url)) return second;
    const isOwn = siteOf(exchange.url) === input.pageSite;
    return !signedIn && isKeyLoginPath(exchange.url) && isOwn ? this.#login(watched) : 'open';
  }

  /** By where it was sent to, or from, since bodies may be unseen. */
  #byPlace(input: LoginInput, watched: Watched, from: SentFrom): LoginStep[] | undefined {
    const { exchange, gave, signedIn } = input;
    const again = signedIn && leadsOn(exchange) && this.#claimed.triedAgainBy(watched).length > 0;
    const byPath = mayLogInThere(input, watched, from, again);
    if (input.otherSession && !byPath && watched.accepted) return this.#login(watched, true);
    if (byPath && !input.isTokenRequest && (leadsOn(exchange) || givesAtOnce(exchange, gave)))
      return this.#login(watched);
    const isWeak = exchange.request.body?.weakPassword && watched.accepted;
    if ((byPath || (isWeak && !input.forGuests)) && !asksForCode(exchange, gave))
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
    this.#traces.half.bodies(answer.id, response);
    const refuted = this.#claimed.refutedBy(answer, response, request?.asGuest);
    if (refuted.length > 0) return this.#second.endedBy(refuted);
    this.#claimed.toldOf(answer, request);
    const post = this.#submissions.postOf(answer.id);
    if (!post || (!post.gave && makesAccount(request))) return [];
    if (request?.passwordField) post.passwordField = request.passwordField;
    // A page was shown, and now it is known which.
    if (post.accepted === undefined && response) post.accepted = !asksAgain(response, undefined);
    if (letsNobodyIn(response, post.gave)) post.accepted = false;
    this.#traces.half.note(post, response);
    const form = this.#submissions.formOf(post);
    if (form) return this.#byForm(form, post);
    return post.passwordField ? this.#login(post) : [];
  }

  save(): SavedLoginWatch {
    return {
      ...this.#submissions.save(),
      follow: this.#redirects.save(),
      httpAuth: this.#httpAuth.save(),
      last: this.#second.save(),
      unseen: this.unseen.save(),
      claimed: this.#claimed.save(),
      traces: this.#traces.save(),
    };
  }

  restore(saved: SavedLoginWatch): void {
    this.#submissions.restore(saved);
    this.#redirects.restore(saved.follow);
    this.#httpAuth.restore(saved.httpAuth);
    this.#second = new SecondStep(saved.last);
    this.unseen.restore(saved.unseen);
    this.#claimed.restore(saved.claimed);
    this.#traces = new LoginTraces(saved.traces);
  }

  #byForm(form: LoginForm, post: Watched): LoginStep[] {
    const steps = this.#login(post);
    if (post.accepted !== undefined) this.#submissions.isDone(form);
    return steps;
  }

  /** The step of one login; the post is forgotten, so that it counts once. */
  #login(post: Watched, isGuess = false): LoginStep[] {
    if (post.accepted === undefined) return [];
    this.#submissions.forget(post);
    const again = this.#claimed.takenBackBy(post);
    if (!post.accepted) return again;
    this.#traces.tried.loggedIn(post.ref.url);
    this.#second.begin(post);
    this.#claimed.begin(post, isGuess);
    this.#redirects.begin(post);
    return [...again, { login: post.ref, at: post.at, set: post.set, first: true }];
  }
}
