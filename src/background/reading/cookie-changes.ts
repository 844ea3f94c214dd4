import browser, { type Cookies } from 'webextension-polyfill';
import { cookieOf, detailsOf, editedCookie, slotOf } from '../../capture/edited-cookie.js';
import { render } from '../../engine/render.js';
import { readSetCookie } from '../../engine/cookies/set-cookie.js';
import type { JarCookie } from '../../engine/model.js';
import type { EditedCookie } from '../../messaging/stored-entry.js';
import { translate } from './parts.js';
import type { Attempt, Failure } from './changes.js';
import { storeOf } from './jar.js';

type Cookie = Cookies.Cookie;

/** The cookies of one tab's store, as a person changes them. */
export class CookieChanges {
  readonly #tabId: number;
  /** Whether the page was loaded over https: what it may set. */
  readonly #isSecure: boolean;

  constructor(tabId: number, url: string) {
    this.#tabId = tabId;
    this.#isSecure = url.startsWith('https:');
  }

  /** A cookie as the browser has it now; null where it is not there any more. */
  async now(seen: JarCookie): Promise<EditedCookie | null> {
    const cookie = await this.#find(seen);
    return cookie ? editedCookie(cookie) : null;
  }

  /** Puts a cookie in the place of another one, which may be a different place in the jar. */
  async change(seen: JarCookie | null, wanted: EditedCookie | null): Promise<Attempt> {
    const before = seen && (await this.#find(seen));
    if (seen && !before) return { failed: 'gone' };
    const after = wanted && cookieOf(wanted, before ?? undefined, (await this.#storeId()) ?? '');
    const overwritten = after && (await this.#at(after));
    if (after) {
      const failed = await this.#set(after);
      if (failed) return failed;
    }
    const isMoved = before !== null && (!after || slotOf(after) !== slotOf(before));
    if (before && isMoved) await this.#drop(before);
    return {
      undo: async () => {
        if (after && !overwritten) await this.#drop(after);
        const backs = [overwritten, isMoved ? before : undefined].filter((each) => !!each);
        for (const back of backs) {
          const failed = await this.#set(back);
          if (failed) return failed;
        }
        return null;
      },
    };
  }

  async #set(cookie: Cookie): Promise<Failure> {
    const { name } = cookie;
    try {
      await browser.cookies.set(detailsOf(cookie, this.#isSecure));
    } catch {
      return this.#refusal(cookie);
    }
    // What ends in the past is to be gone, and is.
    const isOver =
      cookie.expirationDate !== undefined && cookie.expirationDate * 1000 <= Date.now();
    const stored = isOver || (await this.#at(cookie))?.name === name;
    return stored ? null : this.#refusal(cookie);
  }

  /** `cookies.remove` takes all of a name that go to an address: one alone goes by being over. */
  async #drop(cookie: Cookie): Promise<void> {
    const over = { ...detailsOf(cookie, this.#isSecure), value: '', expirationDate: 1 };
    await browser.cookies.set(over).catch(() => undefined);
    if (!(await this.#at(cookie))) return;
    const others = await this.#named(cookie);
    const { url, name, storeId, partitionKey } = over;
    await browser.cookies.remove({ url, name, storeId, ...(partitionKey && { partitionKey }) });
    const own = slotOf(cookie);
    const gone = others.filter((other) => slotOf(other) !== own);
    for (const other of gone) if (!(await this.#at(other))) await this.#set(other);
  }

  async #find(seen: JarCookie): Promise<Cookie | null> {
    return this.#at({ ...seen, partitionKey: { topLevelSite: seen.partitionKey ?? '' } });
  }

  async #at(place: Parameters<typeof slotOf>[0]): Promise<Cookie | null> {
    const own = slotOf(place);
    return (await this.#named(place)).find((cookie) => slotOf(cookie) === own) ?? null;
  }

  /** All of a name at a domain, partitioned ones too. */
  async #named({ name, domain }: { name: string; domain: string }): Promise<Cookie[]> {
    const storeId = await this.#storeId();
    const store = storeId === undefined ? {} : { storeId };
    const host = domain.replace(/^\./, '');
    return browser.cookies.getAll({ name, domain: host, partitionKey: {}, ...store });
  }

  #storeId(): Promise<string | undefined> {
    return storeOf(this.#tabId);
  }

  /** Browsers do not say why: the standard does. */
  #refusal(cookie: Cookie): NonNullable<Failure> {
    const { url } = detailsOf(cookie, this.#isSecure);
    const [reason] = readSetCookie(lineOf(cookie), url, Date.now()).rejections;
    return { failed: 'refused', ...(reason && { why: render(reason.text, translate) }) };
  }
}

const SAME_SITE: Readonly<Record<string, string>> = {
  strict: '; SameSite=Strict',
  lax: '; SameSite=Lax',
  no_restriction: '; SameSite=None',
};

function lineOf({ name, value, domain, hostOnly, path, secure, ...cookie }: Cookie): string {
  const sameSite = SAME_SITE[cookie.sameSite] ?? '';
  const isPartitioned = Boolean(cookie.partitionKey?.topLevelSite);
  const flags = `${secure ? '; Secure' : ''}${isPartitioned ? '; Partitioned' : ''}${sameSite}`;
  return `${name}=${value}; Path=${path}${hostOnly ? '' : `; Domain=${domain}`}${flags}`;
}
