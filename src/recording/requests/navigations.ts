import type { Exchange, Millis } from '../../engine/model.js';
import { shownAddress } from '../shown/address.js';
import type { NavigationView } from '../shown/view.js';

/** A page that the tab showed from then on. */
export interface Navigation {
  at: Millis;
  url: string;
  /** Its address was not told yet: this is the one from before, which a page loaded anew keeps. */
  assumed?: true;
}

export type SavedNavigations = Navigation[];

/** So many are remembered, the newest. */
const MOST = 200;
/**
 * That a page is loaded, and what its address is, are told apart, in either order, within this
 * time.
 */
const TOGETHER = 1_000;

/** Which pages a tab showed, one after another: loaded, loaded anew, or put there by a script. */
export class Navigations {
  #list: Navigation[];

  constructor(saved: SavedNavigations = []) {
    this.#list = [...saved];
  }

  all(): readonly Navigation[] {
    return this.#list;
  }

  save(): SavedNavigations {
    return this.#list;
  }

  /** A page is loaded; where its address is not told with it, it is the one from before. */
  loaded(at: Millis, url: string): void {
    const last = this.#list.at(-1);
    if (!last || at - last.at > TOGETHER) this.#add({ at, url, assumed: true });
  }

  /** The tab has another address. */
  shown(at: Millis, url: string): void {
    const last = this.#list.at(-1);
    const isOfLast = last?.assumed && at - last.at <= TOGETHER;
    if (isOfLast) this.#list = this.#list.slice(0, -1);
    this.#add({ at: isOfLast ? last.at : at, url });
  }

  /** Of a file, requests alone tell which pages there were. */
  take({ type, response, startedAt, url }: Exchange): void {
    const isRedirect = response !== undefined && response.status >= 300 && response.status < 400;
    if (type === 'document' && !isRedirect) this.shown(startedAt, url);
  }

  /** As they may be told. */
  views(): NavigationView[] {
    return this.#list.map(({ at, url }) => ({ at, url: shownAddress(url) }));
  }

  /** Writes all addresses anew. */
  rewrite(clean: (url: string) => string): void {
    this.#list = this.#list.map((one) => ({ ...one, url: clean(one.url) }));
  }

  #add(navigation: Navigation): void {
    this.#list = [...this.#list, navigation].slice(-MOST);
  }
}
