import type { Credential, ExchangeRef, Millis } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';
import type { LoginPages } from '../login/login-pages.js';
import type { Moment } from '../moment.js';
import { placeOf } from '../address-words.js';
import { AcceptedSessions, AWAY, type SavedAccepted } from './accepted-sessions.js';
import { DoubtfulLosses, type SavedDoubtful } from './doubtful-losses.js';
import type { SessionUse } from './session-use.js';
import { FormShown, type SavedFormShown } from './form-shown.js';
import { LedToForm, type SavedLedToForm } from './led-to-form.js';
import { isReplaced, lossOf } from './loss.js';
import {
  asksForPassword,
  isDenied,
  isLedToEnd,
  isThrownOut,
  mayAskForPassword,
  showsNoWayOut,
} from './thrown-out.js';
import { type SavedUnsaidActs, UnsaidActs } from '../logout/unsaid-acts.js';

export interface SavedSessionWatch extends SavedAccepted, SavedFormShown {
  lost: string[];
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

/**
 * Recognises a lost session: an id that was accepted before is sent, and the user is thrown out
 * though nobody logged out. Of one that was accepted moments ago that is the symptom of servers
 * that do not share their sessions; of another one (`idle`), mostly of a limit of time.
 */
export class SessionWatch {
  readonly #accepted: AcceptedSessions;
  /** Sessions whose loss was told and which were not accepted since. */
  readonly #lost: Set<string>;
  readonly #form: FormShown;
  readonly #pages: LoginPages;
  readonly #unsaid: UnsaidActs;
  readonly #doubtful: DoubtfulLosses;
  readonly #led: LedToForm;

  constructor(pages: LoginPages, saved?: SavedSessionWatch) {
    this.#pages = pages;
    this.#accepted = new AcceptedSessions(saved);
    this.#lost = new Set(saved?.lost);
    this.#form = new FormShown(pages, saved);
    this.#unsaid = new UnsaidActs(saved?.unsaid);
    this.#doubtful = new DoubtfulLosses(saved?.doubtful);
    this.#led = new LedToForm(saved?.led);
  }

  use(use: SessionUse): SessionShown {
    const { exchange, ref, session } = use;
    if (this.#isOut(use)) {
      this.#form.thrownOut(exchange);
      const lost = this.#lose(use);
      this.#unsaid.refused(use);
      if (lost) this.#doubtful.note(use, this.#accepted.isKnown(exchange.url));
      return lost ? { moment: lost } : {};
    }
    if (use.isCleared) return {};
    const behind = this.#lostBehind(use);
    if (behind) return { moment: behind };
    this.#led.note(exchange, () => (this.accepted(exchange.url) ? this.lossOf(use) : undefined));
    this.#unsaid.taken(use);
    const key = placeOf(exchange.url);
    const asks = asksForPassword(exchange);
    const shut = asks && this.#accepted.isShut(key, session);
    const left = shut ? this.#form.leftBy(siteOf(exchange.url)) : undefined;
    const lost = !left && this.#isTurnedOut(use, shut) ? this.#lose(use) : undefined;
    this.#form.note(exchange, ref);
    if (asks) this.#accepted.noteAsking(key);
    const moment = left ?? lost;
    const isNothing = (exchange.response?.status ?? 500) >= 300 || isDenied(exchange);
    if (lost || isNothing) return moment ? { moment } : {};
    const refuted = asks ? [] : this.#doubtful.refutedBy(use, this.#accepted.isKnown(exchange.url));
    this.#accept(key, use);
    return { refuted, ...(moment && { moment }) };
  }

  /** He is thrown out, or told that he is nobody now: by a page, or where he was known. */
  #isOut({ exchange, isSignedIn }: SessionUse): boolean {
    const wasKnown = () =>
      (isSignedIn && exchange.type === 'document') || this.accepted(exchange.url);
    if ((isDenied(exchange) || isLedToEnd(exchange)) && wasKnown()) return true;
    return isThrownOut(exchange, this.#pages) && !this.#form.isTriedInVain(exchange);
  }

  /** What was shown before asks for a password now, or to log in, and gives another session. */
  #isTurnedOut({ exchange, session, value }: SessionUse, shut: boolean): boolean {
    const key = placeOf(exchange.url);
    const isOther = session.valueCount !== value;
    const asksToLogIn = this.#pages.asksToLogIn(exchange);
    if (shut)
      return (
        isOther || this.#accepted.isAsking(key) || (asksToLogIn && this.#accepted.greeted(key))
      );
    return isOther && (asksToLogIn || (this.#accepted.greeted(key) && showsNoWayOut(exchange)));
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
    const loss = this.lossOf(use);
    if (!loss) return undefined;
    this.#lost.add(use.session.id);
    return this.#form.leftBy(loss.site) ?? loss;
  }

  /** The loss of this session that its use would be, if it is not known any more. */
  lossOf(use: SessionUse): Moment | undefined {
    const { exchange, session } = use;
    if (this.#lost.has(session.id) || isReplaced(session, exchange)) return undefined;
    const since = this.#accepted.liveSince(use);
    if (since === undefined || this.#unsaid.mayHaveEnded(use, since)) return undefined;
    // Whose cookie goes at once, where he never was, may have asked for that.
    const isSoon = exchange.startedAt - since < AWAY && !this.accepted(exchange.url);
    if (use.isCleared && isSoon) return undefined;
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

  /** Somebody left, by whatever sign; true where that was the loss of a session. */
  left({ type, credentialId }: Moment): boolean {
    if (type === 'logout') this.reset();
    else if (credentialId !== undefined) this.#lost.add(credentialId);
    return type !== 'logout';
  }

  /** A login gave this value. */
  given(session: Credential, at: Millis): void {
    this.#accepted.given(session, at);
  }

  /** Somebody logged in or out: what was accepted before says nothing any more. */
  reset(): void {
    this.#accepted.clear();
    this.#lost.clear();
    this.#form.reset();
  }

  save(): SavedSessionWatch {
    const lost = [...this.#lost];
    const unsaid = this.#unsaid.save();
    const [doubtful, led] = [this.#doubtful.save(), this.#led.save()];
    return { ...this.#accepted.save(), ...this.#form.save(), lost, unsaid, doubtful, led };
  }
}
