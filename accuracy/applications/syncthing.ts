import type { Page } from 'puppeteer-core';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';

const HOST = 'syncthing.test';

/**
 * Syncthing's interface: HTTP Basic, which begins a session, and an anti-forgery cookie that its
 * script echoes.
 */
export const application: Application = {
  name: 'syncthing',
  kind: 'application',
  language: 'Go',
  packages: ['syncthing'],
  docs: [
    // basicAuthAndSessionMiddleware(): a `sessionid-ID` cookie of a known session is enough; else
    // Basic, then the cookie is set.
    'https://github.com/syncthing/syncthing/blob/v1.19.2/lib/api/api_auth.go',
    // csrfManager: cookie `CSRF-Token-ID`, expected in the header `X-CSRF-Token-ID`.
    'https://github.com/syncthing/syncthing/blob/v1.19.2/lib/api/api_csrf.go',
    // "the API key that enables usage of the REST interface"; password: "the bcrypt hash of the
    // real password".
    '/usr/share/man/man5/syncthing-config.5.gz (gui)',
    // "The device ID is a direct property of the public key in use".
    '/usr/share/man/man7/syncthing-device-ids.7.gz',
  ],
  noSecondLogin: 'a browser sends name and password until it is closed (RFC 9110 §11.6.1)',
  truth: {
    // Basic begins a session; from then on either is enough.
    mechanism: ['basic', 'hybrid'],
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'basic', format: 'basic' },
      { carrier: 'cookie', name: /^sessionid-/, role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: /^CSRF-Token-/, role: 'csrf', format: 'opaque' },
      { carrier: 'header', name: /^x-csrf-token-/, role: 'csrf' },
      // Where its list of events goes on, and the version of scripts.
      { carrier: 'url', name: /^(?:limit|since|v)$/, role: 'other' },
      // The key for programs: part of the settings that the page shows, and of the event that they
      // changed.
      { carrier: 'body', name: /\/gui\/apiKey$/, role: 'api-key' },
      // bcrypt: what the password is compared with, of no use where one is asked for.
      { carrier: 'body', name: /\/gui\/password$/, role: 'other' },
      // A hash of its public certificate: which device it is, told to anybody.
      { carrier: 'body', name: /\/(?:deviceID|myID)$/, role: ['device', 'other'] },
    ],
  },
  // A page, not `/rest/`, where the anti-forgery header is asked for as well.
  proof: { url: /\/$/, knows: ({ status }) => status === 200 },
  async start(scratch) {
    const port = await freePort();
    const home = scratch.path('home');
    scratch.run('syncthing', [
      'generate',
      `--home=${home}`,
      '--no-default-folder',
      '--skip-port-probing',
      `--gui-user=${USER.name}`,
      `--gui-password=${USER.password}`,
    ]);
    // No discovery, no relays, no reports: it talks to nobody. And any `Host` is its own.
    scratch.run('sed', [
      '-i',
      '-E',
      's#<(globalAnnounceEnabled|localAnnounceEnabled|relaysEnabled|natEnabled|crashReportingEnabled)>true#<\\1>false#; s#<listenAddress>default#<listenAddress>tcp://127.0.0.1:0#; s#<urAccepted>0#<urAccepted>-1#; s#<autoUpgradeIntervalH>12#<autoUpgradeIntervalH>0#; s#</gui>#<insecureSkipHostcheck>true</insecureSkipHostcheck></gui>#',
      `${home}/config.xml`,
    ]);
    scratch.serve(
      'syncthing',
      [
        'serve',
        `--home=${home}`,
        '--no-browser',
        '--no-restart',
        '--skip-port-probing',
        `--gui-address=http://127.0.0.1:${port}`,
      ],
      { env: { HOME: scratch.path() } },
    );
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`).catch(() => undefined);
    await step('login');
    await page.authenticate({ username: USER.name, password: USER.password });
    await page.goto(`${url}/`);
    await shown(page);
    await step('use');
    await use(page, url);
  },
};

async function shown(page: Page): Promise<void> {
  await page.waitForResponse((response) => response.url().includes('/rest/system/status'));
  await page.waitForFunction(`document.body.innerText.includes('This Device')`);
}

async function use(page: Page, url: string): Promise<void> {
  const rest = (part: string, method = 'GET') =>
    page.waitForResponse(
      (response) => response.url().includes(part) && response.request().method() === method,
    );
  const press = (selector: string) =>
    page.$eval(selector, (element) => (element as HTMLElement).click());
  await page.waitForSelector('[ng-click="logging.show()"]');
  await Promise.all([rest('/rest/system/log'), press('[ng-click="logging.show()"]')]);
  await Promise.all([page.waitForNavigation(), page.reload()]);
  await shown(page);
  await page.waitForSelector('[ng-click="showSettings()"]');
  await press('[ng-click="showSettings()"]');
  await page.waitForSelector('#settings.in [ng-click="saveSettings()"]', { visible: true });
  await page.$eval('#DeviceName', (field) => {
    (field as HTMLInputElement).value = 'analytical engine';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await Promise.all([rest('/rest/config', 'PUT'), press('[ng-click="saveSettings()"]')]);
  await page.goto(`${url}/`);
  await shown(page);
}
