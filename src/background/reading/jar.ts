import browser, { type Cookies } from 'webextension-polyfill';
import { jarCookie, jarText } from '../../capture/browser-cookie.js';
import type { JarCookie } from '../../engine/model.js';
import { parseUrl, registrableDomain, siteOf } from '../../engine/normalize/addresses/site.js';
import type { OpenTabs } from '../tabs/open-tabs.js';
import type { Recorder } from '../recorder.js';
import type { Scope } from '../tabs/scope.js';
import { leavingNothing, type LeavingNothing } from './leaving-nothing.js';
import type { TabRecords } from './tab-records.js';
import { LIMITS } from '../../engine/settings.js';

/** Pages set cookies in bursts; one look after the burst is enough. */
const SETTLE = 250;

/** What a look into the jar found. */
interface Look {
  cookies: JarCookie[];
  domains: string[];
  dropped: number;
}

/** Looks into the browser's cookie jar on behalf of tabs, and records what changed. */
export class Jar {
  readonly #records: TabRecords;
  readonly #open: OpenTabs;
  readonly #recorder: Recorder;
  readonly #scope: Scope;
  readonly #leaving: LeavingNothing;
  readonly #soon = new Map<number, ReturnType<typeof setTimeout>>();
  readonly #looking = new Map<number, Promise<void>>();

  constructor(records: TabRecords, open: OpenTabs, recorder: Recorder, scope: Scope) {
    this.#records = records;
    this.#open = open;
    this.#recorder = recorder;
    this.#scope = scope;
    this.#leaving = leavingNothing(open);
  }

  /** Looks when things have settled. */
  lookSoon(tabId: number): void {
    clearTimeout(this.#soon.get(tabId));
    this.#soon.set(
      tabId,
      setTimeout(() => {
        this.#soon.delete(tabId);
        void this.look(tabId);
      }, SETTLE),
    );
  }

  /** Looks now; records a snapshot if the tab's cookies are not those seen last. */
  look(tabId: number): Promise<void> {
    const running = this.#looking.get(tabId);
    if (running) return running;
    const look = this.#leaving(tabId, this.#look(tabId)).finally(() => this.#looking.delete(tabId));
    this.#looking.set(tabId, look);
    return look;
  }

  /** True where a cookie of this domain belongs to what the tab shows. */
  concerns(tabId: number, domain: string): boolean {
    const host = registrableDomain(domain.replace(/^\./, ''));
    return this.#records.of(tabId).read().domains().includes(host);
  }

  async #look(tabId: number): Promise<void> {
    if (!this.#scope.records(tabId)) return;
    const url = this.#open.url(tabId);
    const host = parseUrl(url)?.hostname;
    const state = (await this.#records.open(tabId)).read();
    const domains = new Set(state.domains());
    if (host && url.startsWith('http')) domains.add(registrableDomain(host));
    if (domains.size === 0) return;
    const storeId = await storeOf(tabId);
    const sites = new Set([...state.sites(), siteOf(url)]);
    const found = await Promise.all([...domains].map((domain) => cookiesOf(domain, storeId)));
    const all = found
      .flat()
      .map(jarCookie)
      .filter((cookie) => !cookie.partitionKey || sites.has(siteOf(cookie.partitionKey)));
    const dropped = Math.max(0, all.length - LIMITS.jarCookies);
    // Nothing at all may as well mean that we may not look.
    const seen = [...domains].filter((_, at) => (found[at]?.length ?? 0) > 0);
    const cookies = all.slice(0, LIMITS.jarCookies);
    this.#record(tabId, url || state.url, { cookies, domains: dropped > 0 ? [] : seen, dropped });
  }

  #record(tabId: number, url: string, { cookies, domains, dropped }: Look): void {
    const last = this.#records.of(tabId).read().jar;
    const site = siteOf(url);
    if (last ? jarText(last.cookies) === jarText(cookies) : cookies.length === 0) return;
    this.#recorder.observe(tabId, {
      kind: 'jar',
      at: Date.now(),
      site,
      cookies,
      domains,
      ...(dropped > 0 && { dropped }),
    });
  }
}

/** The store of the tab: incognito windows and Firefox's containers have their own. */
export async function storeOf(tabId: number): Promise<string | undefined> {
  const stores = await browser.cookies.getAllCookieStores();
  return stores.find(({ tabIds }) => tabIds.includes(tabId))?.id;
}

/**
 * Cookies of a domain and its subdomains, partitioned ones too; none where access is not granted.
 */
async function cookiesOf(domain: string, storeId: string | undefined): Promise<Cookies.Cookie[]> {
  const store = storeId === undefined ? {} : { storeId };
  try {
    return await browser.cookies.getAll({ domain, partitionKey: {}, ...store });
  } catch {
    return [];
  }
}
