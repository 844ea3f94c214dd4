import type { Browser, Page } from 'puppeteer-core';

export interface Sent {
  method: string;
  url: URL;
  headers: Record<string, string>;
  status: number;
}

/** What a page's visit put on the wire and left in the browser. */
export interface WireLog {
  sent: Sent[];
  /** Raw Set-Cookie lines. */
  setCookies: string[];
  /** Names of the cookies that the browser kept. */
  jar: string[];
  localStorage: Record<string, string>;
  sessionStorage: Record<string, string>;
  /** Console errors, exceptions of the page, failed requests and error answers. */
  troubles: string[];
}

/** Follows one visit with the browser's own eyes. */
export async function recordVisit(
  browser: Browser,
  visit: (page: Page) => Promise<void>,
): Promise<WireLog> {
  const page = await browser.newPage();
  const log: Pick<WireLog, 'sent' | 'setCookies' | 'troubles'> = {
    sent: [],
    setCookies: [],
    troubles: [],
  };
  listen(page, log);
  await visit(page);
  const storage = await page.evaluate(() => ({
    localStorage: { ...localStorage },
    sessionStorage: { ...sessionStorage },
  }));
  const host = new URL(page.url()).hostname;
  const kept = (await browser.cookies()).filter(({ domain }) => domain === host);
  await page.close();
  return { ...log, ...storage, jar: kept.map(({ name }) => name) };
}

function listen(
  page: Page,
  { sent, setCookies, troubles }: Pick<WireLog, 'sent' | 'setCookies' | 'troubles'>,
): void {
  page.on('response', (response) => {
    const request = response.request();
    sent.push({
      method: request.method(),
      url: new URL(request.url()),
      headers: request.headers(),
      status: response.status(),
    });
    const lines = response.headers()['set-cookie'];
    if (lines) setCookies.push(...lines.split('\n'));
    if (response.status() >= 400) troubles.push(`${response.status()} ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    troubles.push(`${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
}
