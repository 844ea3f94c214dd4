import type { Frame } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickOn, shown } from '../../../browser/shown.js';
import { useExtension } from '../../support/extension.js';
import { type LocalServer, startServer } from '../../support/local-server.js';

const SID = '0123456789abcdef0123456789abcdef';
const TOKEN = 'f3a91c7be4d2480f9b6e0a7715cc28d4';
const ANSWERED = '7d1e5b9a0c3f48628e4b6d1027a9c5f3';
const PAGE = `<!doctype html><title>Shop</title><link rel="icon" href="data:,">
<img src="/logo.svg"><img src="/pixel.svg"><script>
  fetch('/api?page=2');
  const body = new URLSearchParams({ item: '7', refresh_token: '${TOKEN}', password: 'hunter2' });
  fetch('/order', { method: 'POST', body });
</script>`;

/** The list of requests in the real DevTools. */
describe('the requests of a tab', () => {
  const extension = useExtension();
  let server: LocalServer;
  let frame: Frame;

  beforeAll(async () => {
    server = await startServer((request, response) => {
      const isPicture = request.url?.endsWith('.svg');
      response.setHeader('content-type', isPicture ? 'image/svg+xml' : 'text/html');
      if (request.url === '/') response.setHeader('set-cookie', `sid=${SID}; Path=/`);
      if (request.url === '/pixel.svg') response.setHeader('set-cookie', 'theme=dark; Path=/');
      if (request.url?.startsWith('/api')) {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ access_token: ANSWERED, items: ['tea', 'coffee'] }));
        return;
      }
      response.end(isPicture ? '<svg xmlns="http://www.w3.org/2000/svg"/>' : PAGE);
    });
    const page = await extension().browser.newPage();
    ({ frame } = await extension().openPanel(page));
    await frame.evaluate(() => {
      const writeText = async (text: string) => void Object.assign(window, { lastCopied: text });
      Object.defineProperty(navigator.clipboard, 'writeText', { value: writeText });
    });
    await frame.click('#tab-requests');
    await page.goto(server.origin);
    await row('api');
  });
  afterAll(() => server.close());

  const row = (name: string) => shown(frame, `.grid-row .cell-name ::-p-text(${name})`);
  /** What was copied last: the clipboard is not to be read in DevTools. */
  const copied = async (): Promise<string> => {
    await frame.waitForFunction(() => 'lastCopied' in window);
    return frame.evaluate(() => {
      const { lastCopied } = window as unknown as { lastCopied: string };
      Reflect.deleteProperty(window, 'lastCopied');
      return lastCopied;
    });
  };
  const choose = async (title: string, name: string) => {
    await frame.waitForSelector('[role=menu]');
    const groups = await frame.$$('[role=menu] [role=group]');
    for (const group of groups) {
      if (!(await group.evaluate(({ textContent }) => textContent)).startsWith(title)) continue;
      // A real click: without one, nothing may be copied.
      await (await group.$(`::-p-text(${name})`))!.click();
    }
    return copied();
  };

  it('are all counted, and a picture that sets a cookie is listed', async () => {
    await row('pixel.svg');
    await frame.waitForFunction(() => document.body.innerText.includes('1 static'));
    const names = await frame.$$eval('.grid-row .cell-name', (cells) =>
      cells.map(({ textContent }) => textContent),
    );
    expect(names).not.toContain('logo.svg');
  });

  it('can be copied by the menu of a row, with secrets only for who chooses that', async () => {
    await (await row('api')).click({ button: 'right' });
    const masked = await choose('Masked', 'cURL');
    expect(masked).toContain('sid=0123…(32)');
    expect(masked).not.toContain(SID);
    await (await row('api')).click({ button: 'right' });
    expect(await choose('With secrets', 'cURL')).toContain(`sid=${SID}`);
  });

  it('are copied with what they posted, while DevTools has it, and never with a password', async () => {
    await (await row('order')).click({ button: 'right' });
    const masked = await choose('Masked', 'cURL');
    expect(masked).toMatch(/--data-raw 'item=7&refresh_token=[^&]{4,16}&password=\*\*\*'/);
    expect(masked).not.toContain(TOKEN);
    await (await row('order')).click({ button: 'right' });
    const whole = await choose('With secrets', 'cURL');
    expect(whole).toContain(`--data-raw 'item=7&refresh_token=${TOKEN}&password=***'`);
    await (await row('order')).click({ button: 'right' });
    expect(await choose('With secrets', 'fetch')).toContain(`body: "item=7&refresh_token=${TOKEN}`);
  });

  it('have a menu for who uses keys, which Escape closes', async () => {
    await (await row('api')).click();
    await frame.focus('[role=grid]');
    const { keyboard } = frame.page();
    await keyboard.down('Shift');
    await keyboard.press('F10');
    await keyboard.up('Shift');
    await frame.waitForFunction(() => document.activeElement?.role === 'menuitem');
    await keyboard.press('ArrowDown');
    const second = await frame.evaluate(() => document.activeElement?.textContent);
    expect(second).toContain('cURL');
    await keyboard.press('Escape');
    await frame.waitForFunction(() => document.activeElement?.role === 'grid');
    expect(await frame.$('[role=menu]')).toBeNull();
    // The detail that stands beside the list is still there.
    expect(await frame.$('aside')).not.toBeNull();
  });

  const press = async (name: string) => {
    const button = (await frame.waitForSelector(`aside [aria-label="${name}"]`))!;
    // At the lower edge, what was copied last is said before it.
    await button.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    await button.click();
  };
  const bodyText = () => frame.$eval('.seen-body .json', (code) => (code as HTMLElement).innerText);

  it('show what came back and what was posted, masked, while DevTools is open', async () => {
    await (await row('api')).click();
    await clickOn(frame, 'aside ::-p-text(Show the response body)');
    await frame.waitForSelector('.seen-body .json-token');
    const masked = await bodyText();
    expect(masked).toMatch(/^\{\n"access_token": "7d1e…\(32\)",\n"items": \[\n"tea",/);
    expect(await frame.evaluate(() => document.body.innerText)).not.toContain(ANSWERED);
    await press('Copy the body as it is shown');
    expect(await copied()).not.toContain(ANSWERED);
    await press('Show the secrets in it');
    await frame.waitForSelector('.seen-body .json.raw');
    expect(await bodyText()).toContain(ANSWERED);
    await press('Copy the body as it is shown');
    expect(JSON.parse(await copied())).toMatchObject({ access_token: ANSWERED });

    // What is open stays so for the next request, with its secrets hidden again.
    await (await row('order')).click();
    await shown(frame, '.seen-body ::-p-text(<title>Shop</title>)');
    await clickOn(frame, 'aside ::-p-text(Show the request body)');
    await shown(frame, '.seen-body ::-p-text(item=7&)');
    const [posted, page] = await frame.$$eval('.seen-body .json', (codes) =>
      codes.map((code) => (code as HTMLElement).innerText),
    );
    expect(posted).toMatch(/^item=7&\nrefresh_token=f3a9…\(32\)&\npassword=\*\*\*$/);
    expect(page).not.toContain(TOKEN);
    await (await row('pixel.svg')).click();
    await shown(frame, '.seen-body ::-p-text(<svg)');
    await (await frame.waitForSelector('aside .body-bar .link'))!.click();
    await shown(frame, 'aside ::-p-text(Show the response body)');
  });

  it('show all headers while DevTools is open, and what a trail speaks of is marked', async () => {
    await (await row('api')).click();
    await shown(frame, 'aside .pairs th ::-p-text(user-agent)');
    await frame.click('#tab-credentials');
    await clickOn(frame, '.grid-row ::-p-text(sid)');
    await (await frame.waitForSelector('.trail .event-sent ~ .words button'))!.click();
    const part = await frame.waitForSelector('aside .pairs tr.marked .marked-part');
    expect(await part!.evaluate(({ textContent }) => textContent)).toContain('sid=0123…(32)');
  });
});
