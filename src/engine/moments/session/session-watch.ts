import type { Credential, Exchange, ExchangeRef, Millis } from '../../model.js';
import { pageAddress, siteOf } from '../../normalize/addresses/site.js';
import type { LoginPages } from '../login/login-pages.js';
import type { Moment } from '../moment.js';
import { placeOf } from '../address-words.js';
import { AcceptedSessions, type SavedAccepted, type SessionUse } from './accepted-sessions.js';
import { DoubtfulLosses, type SavedDoubtful } from './doubtful-losses.js';
import { LedToForm, type SavedLedToForm } from './led-to-form.js';
import { isReplaced, lossOf } from './loss.js';
import { asksForPassword, isThrownOut, mayAskForPassword } from './thrown-out.js';
import { type SavedUnsaidActs, UnsaidActs } from '../logout/unsaid-acts.js';
import { withLatest } from '../latest.js';

const KEPT_ASKING = 50;

export interface SavedSessionWatch extends SavedAccepted {
  lost: string[];
  form: FormShown | null;
  thrownTo: string | null;
  asking: string[];
  /** Absent in what an older version saved. */
  unsaid?: SavedUnsaidActs;
  doubtful?: SavedDoubtful;
  led?: SavedLedToForm;
}

/** What one use of a session shows. */
export interface SessionShown {
  /** The moment of its loss, once for each loss; or of a logout that is seen by it. */
  moment?: Moment;
  /** Losses that were told before, and were none. */
  refuted?: readonly ExchangeRef[];
}

/** The page for logging in, shown to somebody who is. */
interface FormShown {
  site: string;
  at: Millis;
  ref: ExchangeRef;
}

/**
 * Recognises a lost session: an id that was accepted before is sent, and the user is thrown out
 * though nobody logged out. Of one that was accepted moments ago that is the symptom of servers
 * that do not share their sessions; of another one (`idle`), mostly of a limit of time.
 */
export class SessionWatch {
  readonly #accepted: AcceptedSessions;
  /** Sessions whose loss was told and which were not accepted since. */
  readonly #lost: Set<string>;
  /** No page came after it. */
  #form: FormShown | null;
  /** Where somebody who was not known any more was sent. */
  #thrownTo: string | null;
  /** Addresses whose page asked for a password at some time, whoever came. */
  #asking: readonly string[];
  readonly #pages: LoginPages;
  readonly #unsaid: UnsaidActs;
  readonly #doubtful: DoubtfulLosses;
  readonly #led: LedToForm;

  constructor(pages: LoginPages, saved?: SavedSessionWatch) {
    this.#pages = pages;
    this.#accepted = new AcceptedSessions(saved);
    this.#lost = new Set(saved?.lost);
    this.#form = saved?.form ?? null;
    this.#thrownTo = saved?.thrownTo ?? null;
    this.#asking = saved?.asking ?? [];
    this.#unsaid = new UnsaidActs(saved?.unsaid);
    this.#doubtful = new DoubtfulLosses(saved?.doubtful);
    this.#led = new LedToForm(saved?.led);
  }

  use(use: SessionUse): SessionShown {
    const { exchange, ref, session } = use;
    if (isThrownOut(exchange, this.#pages) && !this.#isTriedInVain(exchange)) {
      this.#thrownTo = exchange.redirectUrl ?? null;
      const lost = this.#lose(use);
      this.#unsaid.refused(use);
      if (lost) this.#doubtful.note(use, this.#accepted.isKnown(exchange.url));
      return lost ? { moment: lost } : {};
    }
    const behind = this.#lostBehind(use);
    if (behind) return { moment: behind };
    this.#led.note(exchange, () => (this.accepted(exchange.url) ? this.#lossOf(use) : undefined));
    this.#unsaid.taken(use);
    const key = placeOf(exchange.url);
    const asks = asksForPassword(exchange);
    const shut = asks && this.#accepted.isShut(key, session);
    const left = shut ? this.#leftByForm(siteOf(exchange.url)) : undefined;
    const lost = !left && this.#isTurnedOut(use, shut) ? this.#lose(use) : undefined;
    this.#noteForm(exchange, ref);
    if (asks) this.#noteAsking(key);
    const moment = left ?? lost;
    if (lost || (exchange.response?.status ?? 500) >= 300) return moment ? { moment } : {};
    const refuted = asks ? [] : this.#doubtful.refutedBy(use, this.#accepted.isKnown(exchange.url));
    this.#accept(key, use);
    return { refuted, ...(moment && { moment }) };
  }

  /** What was shown before asks for a password now, or to log in, and gives another session. */
  #isTurnedOut({ exchange, session, value }: SessionUse, shut: boolean): boolean {
    const key = placeOf(exchange.url);
    const isOther = session.valueCount !== value;
    const asksToLogIn = this.#pages.asksToLogIn(exchange);
    if (shut)
      return isOther || this.#asking.includes(key) || (asksToLogIn && this.#accepted.greeted(key));
    return isOther && asksToLogIn;
  }

  #accept(key: string, { exchange, session, value }: SessionUse): void {
    // What answers a form says nothing of the page that shows it.
    const mayAsk = mayAskForPassword(exchange) || exchange.method !== 'GET';
    const { startedAt: at } = exchange;
    this.#lost.delete(session.id);
    const greets = exchange.response?.body?.wayOut === true;
    this.#accepted.accept(key, { at, credentialId: session.id, value, mayAsk, greets });
  }

  /** The user is not known any more; undefined where that was told, or nobody was known before. */
  #lose(use: SessionUse): Moment | undefined {
    const loss = this.#lossOf(use);
    if (!loss) return undefined;
    this.#lost.add(use.session.id);
    return this.#leftByForm(loss.site) ?? loss;
  }

  #lossOf(use: SessionUse): Moment | undefined {
    const { exchange, session } = use;
    if (this.#lost.has(session.id) || isReplaced(session, exchange)) return undefined;
    const since = this.#accepted.liveSince(use);
    if (since === undefined || this.#unsaid.mayHaveEnded(use, since)) return undefined;
    return lossOf(use, since);
  }

  /** A page that was known led to the form that asks whoever logs in. */
  #lostBehind({ exchange, session }: SessionUse): Moment | undefined {
    const loss = this.#led.shownBy(exchange, this.#pages.asksToLogIn(exchange));
    if (!loss || this.#lost.has(session.id)) return undefined;
    this.#lost.add(session.id);
    return loss;
  }

  /** True for an address that answered well to a session. */
  accepted(url: string): boolean {
    return this.#accepted.isKnown(url);
  }

  /** A login gave this value. */
  given(session: Credential, at: Millis): void {
    this.#accepted.given(session, at);
  }

  /** Somebody logged in or out: what was accepted before says nothing any more. */
  reset(): void {
    this.#accepted.clear();
    this.#lost.clear();
    this.#form = null;
    this.#thrownTo = null;
  }

  save(): SavedSessionWatch {
    const [form, thrownTo, lost] = [this.#form, this.#thrownTo, [...this.#lost]];
    const asking = [...this.#asking];
    const unsaid = this.#unsaid.save();
    const [doubtful, led] = [this.#doubtful.save(), this.#led.save()];
    return { ...this.#accepted.save(), lost, form, thrownTo, asking, unsaid, doubtful, led };
  }

  /** Whoever opens the page for logging in is logged out by some servers. */
  #leftByForm(site: string): Moment | undefined {
    const form = this.#form?.site === site ? this.#form : undefined;
    return form && { type: 'logout', at: form.at, site, exchange: form.ref };
  }

  /** A password that was not taken: nobody was known before. */
  #isTriedInVain({ method, request, redirectUrl }: Exchange): boolean {
    if (method !== 'POST') return false;
    if (request.body?.passwordField !== undefined) return true;
    const form = this.#form && pageAddress(this.#form.ref.url);
    return redirectUrl !== undefined && pageAddress(redirectUrl) === form;
  }

  #noteForm({ url, type, startedAt: at, response }: Exchange, ref: ExchangeRef): void {
    if (type !== 'document' || response?.status !== 200) return;
    const { body } = response;
    const asks = body === undefined || body.passwordField !== undefined;
    const isOpened = asks && this.#pages.isOne(url) && url !== this.#thrownTo;
    this.#form = isOpened ? { site: siteOf(url), at, ref } : null;
  }

  #noteAsking(key: string): void {
    if (!this.#asking.includes(key)) this.#asking = withLatest(this.#asking, key, KEPT_ASKING);
  }
}

/** A cookie that stands for a session: one that signs it goes with it, and is none. */
export function isSessionCookie({ kind, role, signs }: Credential): boolean {
  return kind === 'cookie' && role === 'session' && signs === undefined;
}
