import type { CDPSession, Page } from 'puppeteer-core';

/** Lets the context of a page save files in a folder; the session tells how far each one is. */
export async function downloadsTo(page: Page, downloadPath: string): Promise<CDPSession> {
  const session = await page.browser().target().createCDPSession();
  const browserContextId = page.browserContext().id;
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath,
    eventsEnabled: true,
    ...(browserContextId !== undefined && { browserContextId }),
  });
  return session;
}
