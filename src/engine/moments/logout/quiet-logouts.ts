import type { Credential, Exchange, ExchangeRef } from '../../model.js';
import { Departures, type SavedDepartures } from './departures.js';
import { DroppedTokens, type SavedDropped, type SavedParting } from './dropped-watch.js';
import { LeavingWatch, type SavedLeaving } from './leaving-watch.js';
import type { LoginPages } from '../login/login-pages.js';
import type { Moment } from '../moment.js';
import { isThrownOut } from '../session/thrown-out.js';

export interface SavedQuietLogouts {
  leaving: SavedLeaving | null;
  dropped: SavedDropped;
  before?: readonly string[];
  parting?: SavedParting;
  /** Absent in what an older version saved. */
  departures?: SavedDepartures;
}

/** What an exchange shows of a logout that no answer told. */
export interface QuietLogout {
  logout?: Moment;
  /** The id of the token that the page does not bring any more. */
  dropped?: string;
  /** What the page asked for as the last with it. */
  parting?: NonNullable<SavedParting>;
}

/** What is known of whoever makes a request, and what its answer did. */
interface Leaver {
  isSignedIn: boolean;
  /** The address answered well to the session before. */
  isKnown: boolean;
  /** What stands for the user has another value now. */
  isOther: boolean;
  /** The loss that it is, if the session is not known any more. */
  lossOf: () => Moment | undefined;
}

/** Logouts that clear nothing which anybody sees: what comes after them tells. */
export class QuietLogouts {
  readonly #leaving: LeavingWatch;
  readonly #dropped: DroppedTokens;
  readonly #departures: Departures;
  readonly #pages: LoginPages;

  constructor(pages: LoginPages, saved?: SavedQuietLogouts) {
    this.#pages = pages;
    this.#leaving = new LeavingWatch(saved?.leaving);
    this.#dropped = new DroppedTokens(saved?.dropped, saved?.before, saved?.parting);
    this.#departures = new Departures(saved?.departures);
  }

  /** Somebody logged in or out, by whatever sign. */
  reset(login?: ExchangeRef): void {
    this.#departures.reset(login);
  }

  exchange(
    exchange: Exchange,
    ref: ExchangeRef,
    carried: readonly Credential[],
    who: Leaver,
  ): QuietLogout {
    const { isSignedIn, isKnown } = who;
    const isOut = isThrownOut(exchange, this.#pages);
    const departed = this.#departures.exchange(exchange, ref, { ...who, pages: this.#pages });
    const wasKnown = isKnown || (isSignedIn && this.#dropped.wasTaken(exchange));
    const logout = departed ?? (wasKnown ? this.#leaving.shownBy(exchange, isOut) : undefined);
    this.#leaving.note(exchange, ref);
    const dropped = this.#dropped.exchange(exchange, ref, carried);
    const parting = dropped === undefined ? null : this.#dropped.parting(dropped);
    return {
      ...(logout ? { logout } : {}),
      ...(dropped !== undefined && { dropped }),
      ...(parting && { parting }),
    };
  }

  /** The logout that this loss is, where one was asked for and its answer was not seen. */
  behind(lost: Moment): Moment | undefined {
    return this.#leaving.behind(lost);
  }

  save(): SavedQuietLogouts {
    return {
      leaving: this.#leaving.save(),
      dropped: this.#dropped.save(),
      before: this.#dropped.before(),
      parting: this.#dropped.parting(undefined),
      departures: this.#departures.save(),
    };
  }
}
