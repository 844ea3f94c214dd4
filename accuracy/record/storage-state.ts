import type { CDPSession, Page } from 'puppeteer-core';

interface Item {
  name: string;
  value: string;
}

/** Playwright's `storageState` format, with `sessionStorage` beside `localStorage`. */
export interface StorageState {
  cookies: Record<string, unknown>[];
  origins: Origin[];
}

interface Origin {
  origin: string;
  localStorage: Item[];
  sessionStorage: Item[];
}

/** The cookie jar and the web storage of every origin that has a frame in the page. */
export async function readStorageState(page: Page, cdp: CDPSession): Promise<StorageState> {
  const { cookies } = await cdp.send('Storage.getCookies');
  const origins: Origin[] = [];
  for (const frame of page.frames()) {
    const found = (await frame.evaluate(STORAGE_OF_PAGE).catch(() => undefined)) as
      | Origin
      | undefined;
    if (found && !origins.some(({ origin }) => origin === found.origin)) origins.push(found);
  }
  return {
    cookies: cookies.map(({ name, value, domain, path, expires, httpOnly, secure, sameSite }) => ({
      name,
      value,
      domain,
      path,
      expires: expires ?? -1,
      httpOnly,
      secure,
      // Playwright writes what the browser applies: a missing attribute is Lax.
      sameSite: sameSite ?? 'Lax',
    })),
    origins: origins.filter(({ origin }) => origin !== 'null'),
  };
}

// A string: a function would be rewritten by the loader to need what the page does not have.
const STORAGE_OF_PAGE = `({
  origin: location.origin,
  localStorage: Object.entries(localStorage).map(([name, value]) => ({ name, value })),
  sessionStorage: Object.entries(sessionStorage).map(([name, value]) => ({ name, value })),
})`;
