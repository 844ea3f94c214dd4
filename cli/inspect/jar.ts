import type { Browser, BrowserContext, CDPSession, Protocol } from 'puppeteer-core';
import type { JarCookie } from '../../src/engine/model.js';

type CookieParam = Protocol.Network.CookieParam;

/**
 * The cookie jar of a browser context, which the browser alone knows: a page's session has another
 * one.
 */
export class ContextJar {
  readonly #cdp: CDPSession;
  readonly #of: { browserContextId?: string };

  private constructor(cdp: CDPSession, { id }: BrowserContext) {
    this.#cdp = cdp;
    this.#of = id === undefined ? {} : { browserContextId: id };
  }

  static async of(context: BrowserContext): Promise<ContextJar> {
    return new ContextJar(await sessionOf(context.browser()), context);
  }

  async cookies(): Promise<JarCookie[]> {
    const { cookies } = await this.#cdp.send('Storage.getCookies', this.#of);
    return cookies.map(jarCookie);
  }

  async put(cookies: readonly JarCookie[]): Promise<void> {
    if (cookies.length === 0) return;
    const params = cookies.map(cookieParam);
    await this.#cdp.send('Storage.setCookies', { cookies: params, ...this.#of });
  }
}

const sessions = new WeakMap<Browser, Promise<CDPSession>>();

/**
 * One for all visits, for as long as the browser is there: of two that are asked for at once,
 * puppeteer (24.43) takes the second for its own, and forgets the browser's target when it ends.
 */
function sessionOf(browser: Browser): Promise<CDPSession> {
  const known = sessions.get(browser);
  if (known) return known;
  // Of a browser that has just started its own target may not have been told yet.
  const session = browser
    .waitForTarget((one) => one.type() === 'browser')
    .then((target) => target.createCDPSession());
  sessions.set(browser, session);
  return session;
}

const READ = { Strict: 'strict', Lax: 'lax', None: 'none' } as const;

/**
 * A cookie as the DevTools protocol gives it: a dot before the domain says that it is for
 * subdomains.
 */
export function jarCookie(cookie: Protocol.Network.Cookie): JarCookie {
  const { name, value, domain, path, expires, httpOnly, secure, session } = cookie;
  const { sameSite, partitionKey } = cookie;
  return {
    name,
    value,
    domain: domain.replace(/^\./, ''),
    path,
    hostOnly: !domain.startsWith('.'),
    httpOnly,
    secure,
    sameSite: sameSite ? READ[sameSite] : 'unset',
    partitioned: partitionKey !== undefined,
    persistent: !session,
    ...(!session && { expiresAt: Math.round(expires * 1000) }),
    ...(partitionKey && { partitionKey: partitionKey.topLevelSite }),
  };
}

const WRITTEN = { strict: 'Strict', lax: 'Lax', none: 'None', unset: undefined } as const;

/** One for its host alone is set by an address, without a domain. */
export function cookieParam(cookie: JarCookie): CookieParam {
  const { name, value, domain, path, hostOnly, secure = false, httpOnly = false } = cookie;
  const { sameSite = 'unset', expiresAt, partitionKey } = cookie;
  const same = WRITTEN[sameSite];
  return {
    name,
    value,
    url: `${secure ? 'https' : 'http'}://${domain}${path}`,
    ...(!hostOnly && { domain: `.${domain}` }),
    path,
    secure,
    httpOnly,
    ...(same && { sameSite: same }),
    ...(expiresAt !== undefined && { expires: expiresAt / 1000 }),
    ...(partitionKey && {
      partitionKey: { topLevelSite: partitionKey, hasCrossSiteAncestor: false },
    }),
  };
}
