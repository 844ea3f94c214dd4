import type { Losses } from '../losses.js';
import type { ExchangeRef, Millis } from '../model.js';
import { pageAddress, siteOf } from '../normalize/addresses/site.js';
import { LIMITS } from '../settings.js';
import type { Moment } from './moment.js';

/** What happened to users so far, in order; the latest ones where there are too many. */
export class MomentList {
  readonly #losses: Losses;
  #list: Moment[];

  constructor(losses: Losses, saved: Moment[] = []) {
    this.#losses = losses;
    this.#list = saved;
  }

  all(): Moment[] {
    return this.#list;
  }

  add(moment: Moment): void {
    if (this.#list.length >= LIMITS.moments) this.#losses.note('moments');
    this.#list = [...this.#list, moment].slice(-LIMITS.moments);
  }

  /** Whoever logged out has no session to lose: servers go on giving ids to nobody. */
  addLeft(moment: Moment): void {
    const isOut = this.lastAt(moment.site)?.type === 'logout';
    if (moment.type !== 'session-lost' || !isOut) this.add(moment);
  }

  remove(moment: Moment): void {
    this.#list = this.#list.filter((one) => one !== moment);
  }

  /** It was no login. */
  takeBack(login: ExchangeRef): void {
    this.#list = this.#list.filter(
      ({ exchange, type }) => exchange.id !== login.id || type !== 'login',
    );
  }

  /** Its session was none that was lost. */
  dropLoss(ref: ExchangeRef): void {
    const loss = this.lostBy(ref);
    if (loss) this.remove(loss);
  }

  /** The loss of a session that this exchange was taken for. */
  lostBy({ id }: ExchangeRef): Moment | undefined {
    return this.#list.find(({ type, exchange }) => type === 'session-lost' && exchange.id === id);
  }

  /** When somebody first logged in at this site. */
  loginAt(site: string): Millis | undefined {
    return this.#list.find((moment) => moment.type === 'login' && moment.site === site)?.at;
  }

  isSignedIn(site: string): boolean {
    return this.#list.findLast((moment) => moment.site === site)?.type === 'login';
  }

  /** Nothing but what it opened said that somebody logged in: nothing says how he leaves. */
  isUnsaid(site: string): boolean {
    const last = this.lastAt(site);
    return last?.type === 'login' && last.detail?.['by'] === 'use';
  }

  /** The last login at a site was sent to this address. */
  loggedInBy(url: string): boolean {
    const last = this.lastAt(siteOf(url));
    return last?.type === 'login' && pageAddress(last.exchange.url) === pageAddress(url);
  }

  /** The last that happened at a site is the logout that this exchange was. */
  isLoggedOutBy({ id }: ExchangeRef, site: string): boolean {
    const last = this.lastAt(site);
    return last?.type === 'logout' && last.exchange.id === id;
  }

  /** The last login or logout at a site. */
  lastAt(site: string): Moment | undefined {
    return this.#list.findLast((moment) => moment.site === site && moment.type !== 'session-lost');
  }
}
