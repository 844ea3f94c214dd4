import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchExtension } from '../support/extension.js';
import { type LocalServer, startServer } from '../support/local-server.js';
import { type LoggedRequest, readNetLog } from '../support/net-log.js';

/** The page's two, and the file that DevTools itself asks every local server for. */
const OF_OTHERS = new Set([
  'GET /',
  'GET /api',
  'GET /.well-known/appspecific/com.chrome.devtools.json',
]);

const PAGE = `<!doctype html><title>Login</title><link rel="icon" href="data:,">
<script>
  localStorage.setItem('token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl');
  fetch('/api', { headers: { authorization: 'Bearer ' + localStorage.getItem('token') } })
    .then(() => { document.body.id = 'done'; });
</script>`;

/** All parts of the extension at work on one page; then what the network stack has logged of it. */
describe('the network, while every part of the extension is at work', () => {
  let server: LocalServer;
  let logged: LoggedRequest[];

  beforeAll(async () => {
    server = await startServer((_, response) => {
      response.setHeader('set-cookie', 'sid=0123456789abcdef0123456789abcdef; HttpOnly');
      response.setHeader('content-type', 'text/html');
      response.end(PAGE);
    });
    const folder = mkdtempSync(join(tmpdir(), 'credtrail-log-'));
    const file = join(folder, 'net-log.json');
    const extension = await launchExtension({ args: [`--log-net-log=${file}`] });
    try {
      const page = await extension.browser.newPage();
      await extension.openPanel(page);
      await page.goto(server.origin);
      await page.waitForSelector('#done');
      await extension.openFullView(await extension.tabIdOf(page));
      await (await extension.openPopup(page)).waitForSelector('#app > *');
    } finally {
      // The log is complete only once the browser has ended.
      await extension.close();
    }
    logged = readNetLog(file);
    rmSync(folder, { recursive: true });
  });
  afterAll(() => server.close());

  /** The browser's own errands, such as looking for updates, have no initiator. */
  const askedByParts = () =>
    logged.filter(({ url, initiator }) => /^(?:https?|wss?):/.test(url) && initiator !== undefined);

  it('carries what the page asked for, so that the log can be believed', () => {
    expect(askedByParts()).toContainEqual({
      url: `${server.origin}/api`,
      initiator: server.origin,
    });
  });

  it('carries nothing that any part of the extension asked for', () => {
    expect(askedByParts().filter(({ initiator }) => initiator !== server.origin)).toEqual([]);
    expect(server.requests.filter((request) => !OF_OTHERS.has(request))).toEqual([]);
  });
});
