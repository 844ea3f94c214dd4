import { pbkdf2Sync, randomBytes } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';

const HOST = 'qbittorrent.test';

/** qBittorrent's own web interface: a session cookie that a script's login sets. */
export const application: Application = {
  name: 'qbittorrent',
  kind: 'application',
  language: 'C++',
  packages: ['qbittorrent-nox'],
  docs: [
    // "/api/v2/auth/login … Upon success, the response will contain a cookie with your SID".
    'https://github.com/qbittorrent/qBittorrent/wiki/WebUI-API-(qBittorrent-4.1)#authentication',
    // sessionStart(): C_SID = "SID", generateSid() of random bytes, HttpOnly; sessionEnd() expires
    // it.
    'https://github.com/qbittorrent/qBittorrent/blob/release-4.5.2/src/webui/webapplication.cpp',
    // LocalPreferences: what was chosen, collapsed, how wide windows are.
    'https://github.com/qbittorrent/qBittorrent/blob/release-4.5.2/src/webui/www/private/scripts/client.js',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'SID', role: 'session', format: 'opaque' },
      { carrier: 'localStorage', name: /./, role: 'preference' },
      // Reloads the page when the server is a newer one.
      { carrier: 'sessionStorage', name: 'qbtVersion', role: 'other' },
      { carrier: 'header', name: /^x-request/, role: 'other' },
      // `locale`, `v` and a time in base 36 keep caches apart; `rid` counts what the page has had.
      { carrier: 'url', name: /^(?:locale|v|rid|iface|from|to|m[0-9a-z]{7})$/, role: 'other' },
    ],
  },
  proof: { url: /\/api\/v2\/sync\/maindata/, knows: ({ status }) => status === 200 },
  async start(scratch) {
    const port = await freePort();
    const profile = scratch.open('profile');
    scratch.write('profile/qBittorrent/config/qBittorrent.conf', configuration());
    scratch.serve('qbittorrent-nox', [`--profile=${profile}`, `--webui-port=${port}`]);
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.goto(`${url}/api/v2/app/version`);
    await step('failed-login');
    await page.goto(`${url}/`);
    await send(page, 'wrong');
    await page.waitForFunction("document.querySelector('#error_msg').textContent !== ''");
    await step('login');
    await page.goto(`${url}/`);
    await logIn(page);
    await step('use');
    await use(page);
    await step('logout');
    // The menu opens by hovering: the link is pressed by its own listener.
    await Promise.all([page.waitForNavigation(), page.$eval('#logoutLink', press)]);
    await page.waitForSelector('#loginform');
    await page.goto(`${url}/api/v2/app/version`);
    await step('login-2');
    await page.goto(`${url}/`);
    await logIn(page);
  },
};

async function send(page: Page, password: string): Promise<void> {
  await page.waitForSelector('#username');
  await page.type('#username', USER.name);
  await page.type('#password', password);
  await page.click('#login');
}

async function logIn(page: Page): Promise<void> {
  await send(page, USER.password);
  await shown(page);
}

async function shown(page: Page): Promise<void> {
  await page.waitForSelector('#logoutLink');
  await page.waitForResponse((response) => response.url().includes('/sync/maindata'));
}

async function use(page: Page): Promise<void> {
  const answered = (part: string) =>
    page.waitForResponse((response) => response.url().includes(part) && response.ok());
  await Promise.all([answered('toggleSpeedLimitsMode'), page.click('#alternativeSpeedLimits')]);
  await Promise.all([answered('/app/preferences'), page.click('#preferencesButton')]);
  await Promise.all([answered('/app/buildInfo'), page.$eval('#aboutLink', press)]);
  await page.reload();
  await shown(page);
  await page.waitForSelector('#downloadButton');
  await Promise.all([answered('download.html'), page.click('#downloadButton')]);
}

const press = (element: Element) => (element as HTMLElement).click();

/** PBKDF2 as in `src/base/utils/password.cpp`: SHA-512, 100,000 rounds, 64 bytes. */
function configuration(): string {
  const salt = randomBytes(16);
  const key = pbkdf2Sync(USER.password, salt, 100_000, 64, 'sha512');
  return `[BitTorrent]
Session\\DHTEnabled=false
Session\\LSDEnabled=false
Session\\PeXEnabled=false
Session\\Interface=lo
Session\\InterfaceName=lo

[LegalNotice]
Accepted=true

[Preferences]
WebUI\\Address=127.0.0.1
WebUI\\LocalHostAuth=true
WebUI\\Username=${USER.name}
WebUI\\Password_PBKDF2="@ByteArray(${salt.toString('base64')}:${key.toString('base64')})"
`;
}
