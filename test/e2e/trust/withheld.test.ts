import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shown } from '../../../browser/shown.js';
import { useOwnExtension } from '../../support/extension.js';
import { HOST_RULES, html, type Lab, listOf, outline, startLab, until } from '../capture/lab.js';

const PAGE = `<title>page</title><script>
  localStorage.setItem('access_token', 'kX9fQ2mZ7vB4nL8cR1tY6wP3sD5hJ0gA');
  fetch('/api', { headers: { authorization: 'Bearer kX9fQ2mZ7vB4nL8cR1tY6wP3sD5hJ0gA' } });
</script>`;

/** What the browser's own page of extensions offers under "Site access". */
type Access = 'ON_CLICK' | 'ON_SPECIFIC_SITES' | 'ON_ALL_SITES';

/** A person may take the extension's access to sites away, and give it to some of them. */
describe('a site whose access', () => {
  let lab: Lab;
  let settings: Page;
  let page: Page;
  let tabId: number;
  const extension = useOwnExtension(async () => {
    lab = await startLab({
      '/page': (_, response) => {
        response.setHeader('set-cookie', 'sid=0123456789abcdef0123456789abcdef; HttpOnly');
        html(response, PAGE);
      },
    });
    return { hostRules: HOST_RULES };
  });
  const give = (hostAccess: Access) =>
    settings.evaluate(
      (update) =>
        (
          window as unknown as {
            chrome: { developerPrivate: { updateExtensionConfiguration(what: object): unknown } };
          }
        ).chrome.developerPrivate.updateExtensionConfiguration(update),
      { extensionId: extension().id, hostAccess },
    );
  const open = async (host: string) => {
    const opened = await extension().browser.newPage();
    await opened.goto(`${lab.at(host)}/page`);
    return { opened, id: await extension().tabIdOf(opened) };
  };
  const statusOf = (id: number) => extension().ask<'getStatus'>({ type: 'getStatus', tabId: id });
  const seen = async () => outline((await listOf(extension(), tabId)).rows);

  beforeAll(async () => {
    settings = await extension().browser.newPage();
    await settings.goto('chrome://extensions');
    await give('ON_CLICK');
    ({ opened: page, id: tabId } = await open('a.test'));
  });
  afterAll(() => lab.close());

  it('is withheld is named, and nothing of it is known', async () => {
    expect(await statusOf(tabId)).toMatchObject({
      hostAccess: false,
      url: `${lab.at('a.test')}/page`,
      site: 'http://a.test',
      requests: 0,
    });
    const { areas } = await extension().ask<'getStorage'>({ type: 'getStorage', tabId });
    expect(areas.flatMap(({ items }) => items)).toEqual([]);
    const { credentials, sites } = await extension().ask<'getReport'>({ type: 'getReport', tabId });
    expect([credentials, sites]).toEqual([[], []]);
  });

  /** What the button asks the browser for, which nobody answers here. */
  const askedBy = async (view: Frame | Page): Promise<unknown> => {
    await shown(view, '.notice ::-p-text(no access to this site)');
    await view.evaluate(`
      for (const { permissions } of [chrome, globalThis.browser ?? chrome])
        permissions.request = async (what, done) => {
          globalThis.asked = what;
          done?.(false);
          return false;
        }`);
    await view.click('.notice button');
    await view.waitForFunction('globalThis.asked');
    return view.evaluate('globalThis.asked');
  };

  it.each<[string, () => Promise<{ view: Frame | Page; close(): Promise<void> }>]>([
    [
      'the popup',
      async () => {
        const view = await extension().openPopup(page);
        return { view, close: () => view.close() };
      },
    ],
    [
      'DevTools',
      async () => {
        const { frame, devtools } = await extension().openPanel(page);
        return { view: frame, close: () => devtools.close() };
      },
    ],
    [
      'the full view',
      async () => {
        const view = await extension().openFullView(tabId);
        return { view, close: () => view.close() };
      },
    ],
  ])(
    'is withheld is told so by %s, which asks for it alone when somebody says so',
    async (_, show) => {
      const { view, close } = await show();
      expect(await askedBy(view)).toEqual({
        origins: ['http', 'https', 'ws', 'wss'].map((scheme) => `${scheme}://a.test/*`),
      });
      await close();
    },
  );

  it('was given is recorded, and no other', async () => {
    await give('ON_SPECIFIC_SITES');
    await settings.evaluate(
      `chrome.developerPrivate.addHostPermission('${extension().id}', 'http://a.test/*')`,
    );
    expect(await statusOf(tabId)).toMatchObject({ hostAccess: true });
    await page.reload();
    await until(seen, (rows) => rows.includes('GET /api 200'));
    expect(await seen()).toEqual(['GET /page 200', 'GET /api 200']);
    const other = await open('b.test');
    expect(await statusOf(other.id)).toMatchObject({ hostAccess: false, requests: 0 });
    await other.opened.close();
  });

  it('is taken away keeps what was recorded, and is recorded again when it is given back', async () => {
    await give('ON_CLICK');
    await page.reload();
    expect(await statusOf(tabId)).toMatchObject({ hostAccess: false, requests: 2 });
    expect(await seen()).toEqual(['GET /page 200', 'GET /api 200']);
    await give('ON_ALL_SITES');
    expect(await statusOf(tabId)).toMatchObject({ hostAccess: true });
    await page.reload();
    await until(seen, (rows) => rows.filter((row) => row === 'GET /api 200').length === 2);
  });
});
