import { USER } from '../support/site.js';
import { freePort } from '../support/serve.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';

const HOST = 'transmission.test';

/**
 * Transmission's own web client: HTTP Basic, and an anti-forgery value that the server dictates.
 */
export const application: Application = {
  name: 'transmission',
  kind: 'application',
  language: 'C',
  packages: ['transmission-daemon'],
  docs: [
    // "409 … X-Transmission-Session-Id … CSRF protection", and "rpc-authentication-required".
    'https://github.com/transmission/transmission/blob/3.00/extras/rpc-spec.txt (2.3.1)',
  ],
  noSecondLogin: 'a browser sends name and password until it is closed (RFC 9110 §11.6.1)',
  truth: {
    mechanism: 'basic',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'basic', format: 'basic' },
      { carrier: 'header', name: 'x-transmission-session-id', role: 'csrf' },
    ],
  },
  proof: { url: /\/transmission\/rpc$/, knows: ({ status }) => status === 200 || status === 409 },
  async start(scratch) {
    const port = await freePort();
    const folder = scratch.open('config');
    scratch.write(
      'config/settings.json',
      JSON.stringify({
        'rpc-port': port,
        'rpc-bind-address': '127.0.0.1',
        'rpc-authentication-required': true,
        'rpc-username': USER.name,
        'rpc-password': USER.password,
        'rpc-host-whitelist-enabled': false,
        'dht-enabled': false,
        'download-dir': folder,
      }),
    );
    scratch.serve('transmission-daemon', ['--foreground', '--config-dir', folder]);
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/transmission/web/`).catch(() => undefined);
    await step('login');
    await page.authenticate({ username: USER.name, password: USER.password });
    await page.goto(`${url}/transmission/web/`);
    await page.waitForSelector('#toolbar-open');
    await step('use');
    await page.reload();
    await page.waitForSelector('#toolbar-open');
  },
};
