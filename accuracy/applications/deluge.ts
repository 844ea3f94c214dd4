import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'deluge.test';
const SALT = createHash('sha1').update('salt').digest('hex');

/** Deluge's web interface: JSON-RPC with a session of its own, in front of a running daemon. */
export const application: Application = {
  name: 'deluge',
  kind: 'application',
  language: 'Python (Twisted)',
  packages: ['deluge-web', 'deluged'],
  docs: [
    // _create_session(): cookie "_session_id", a SHA-256 of 32 random bytes and its checksum, for
    // the path /json.
    '/usr/lib/python3/dist-packages/deluge/ui/web/auth.py',
    // Ext.state.CookieProvider: widths and order of columns, which panels are open.
    '/usr/lib/python3/dist-packages/deluge/ui/web/js/deluge-all-debug.js',
    'https://deluge.readthedocs.io/en/latest/reference/webapi.html',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: '_session_id', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: /^ys-/, role: 'preference' },
    ],
  },
  proof: { url: /\/json$/, knows: ({ body }) => /"error": ?null/.test(body) },
  start,
  visit,
};

async function start(scratch: Scratch) {
  const daemon = await freePort();
  const port = await freePort();
  const folder = scratch.open('config');
  const secret = 'a secret of the daemon';
  const id = '0123456789abcdef0123456789abcdef';
  const file = (content: object, version: number) =>
    JSON.stringify({ file: version, format: 1 }) + JSON.stringify(content);
  scratch.write('config/auth', `localclient:${secret}:10\n`);
  scratch.write(
    'config/core.conf',
    file({ dht: false, upnp: false, natpmp: false, lsd: false, new_release_check: false }, 1),
  );
  scratch.write(
    'config/hostlist.conf',
    file({ hosts: [[id, '127.0.0.1', daemon, 'localclient', secret]] }, 3),
  );
  const hash = createHash('sha1')
    .update(SALT + USER.password)
    .digest('hex');
  scratch.write(
    'config/web.conf',
    file({ pwd_salt: SALT, pwd_sha1: hash, first_login: false, default_daemon: id }, 2),
  );
  const env = { HOME: folder, LC_ALL: 'C.UTF-8' };
  const daemonArgs = ['-d', '-c', folder, '-i', '127.0.0.1', '-u', '127.0.0.1', '-p', `${daemon}`];
  scratch.serve('deluged', daemonArgs, { env });
  await waitUntilUp(daemon);
  scratch.serve('deluge-web', ['-d', '-c', folder, '-i', '127.0.0.1', '-p', `${port}`], { env });
  await waitUntilUp(port);
  return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
}

async function visit({ page, url, step }: Visit) {
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.waitForSelector('#_password');
  await step('failed-login');
  await logIn(page, 'wrong', '.ext-mb-icon');
  await page.reload();
  await step('login');
  await logIn(page, USER.password, LOGGED_IN);
  await step('use');
  await page.waitForSelector(CONNECTED, { timeout: 60_000 });
  await addMagnet(page);
  await page.waitForSelector('.x-grid3-row');
  await page.reload();
  await page.waitForSelector(CONNECTED, { timeout: 60_000 });
  await page.click('#preferences');
  await page.waitForSelector('.x-deluge-preferences, .x-window');
  await page.reload();
  await page.waitForSelector(CONNECTED, { timeout: 60_000 });
  await step('logout');
  await page.click('#logout button');
  await page.waitForSelector('#_password', { visible: true });
  await page.reload();
  await page.waitForSelector('#_password', { visible: true });
  await step('login-2');
  await logIn(page, USER.password, LOGGED_IN);
}

const LOGGED_IN = '#logout:not(.x-item-disabled)';
/** The button that adds a torrent waits for a session and a daemon. */
const CONNECTED = '#add:not(.x-item-disabled)';

async function logIn(page: Page, password: string, then: string): Promise<void> {
  await page.waitForSelector('#_password', { visible: true });
  // The opening window takes the focus from who types: the text is set, and its button clicked.
  await page.$eval(
    '#_password',
    (field, text) => ((field as HTMLInputElement).value = text),
    password,
  );
  await page.evaluate(
    '[...document.querySelectorAll(".x-window button")].find((b) => b.textContent === ' +
      '"Login").click()',
  );
  await page.waitForSelector(then, { visible: true, timeout: 60_000 });
}

/** Adds a magnet link by the page's own client, as the window of its button does in the end. */
async function addMagnet(page: Page): Promise<void> {
  await page.click('#add button');
  await page.waitForSelector('button.icon-add-url', { visible: true });
  const magnet = `magnet:?xt=urn:btih:${SALT}&dn=engine`;
  await Promise.all([
    page.waitForResponse((response) =>
      Boolean(response.request().postData()?.includes('"web.add_torrents"')),
    ),
    page.evaluate(
      `deluge.client.web.add_torrents([{ path: '${magnet}', options: {} }], { success() {} })`,
    ),
  ]);
}
