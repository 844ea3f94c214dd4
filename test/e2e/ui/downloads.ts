import type { Connection, Page } from 'puppeteer-core';

/**
 * Lets the context of a page save files in a folder; the connection tells how far each one is. The
 * browser's own target would do, but it may be that of another file's connection, which ends.
 */
export async function downloadsTo(page: Page, downloadPath: string): Promise<Connection> {
  const session = await page.createCDPSession();
  const connection = session.connection();
  if (!connection) throw new Error('the page is closed');
  const browserContextId = page.browserContext().id;
  await connection.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath,
    eventsEnabled: true,
    ...(browserContextId !== undefined && { browserContextId }),
  });
  return connection;
}
