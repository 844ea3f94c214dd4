import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'amule.test';

/** aMule's web server: one password, and a number in a cookie for whoever knows it. */
export const application: Application = {
  name: 'amule',
  kind: 'application',
  language: 'C++',
  packages: ['amule-daemon'],
  docs: [
    // CWebServer: "amuleweb_session_id", drawn for each browser; the session holds whether it is
    // logged in.
    'https://github.com/amule-project/amule/blob/2.3.3/src/webserver/src/WebServer.cpp',
    '/usr/share/amule/webserver/default/login.php',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [{ carrier: 'cookie', name: 'amuleweb_session_id', role: 'session' }],
  },
  proof: {
    url: /amuleweb-main-(dload|prefs|servers)\.php/,
    knows: ({ body }) => !body.includes('name="pass"'),
  },
  start,
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.goto(`${url}/amuleweb-main-dload.php`);
    await step('failed-login');
    await logIn(page, 'wrong');
    await step('login');
    await logIn(page);
    await step('use');
    await page.goto(`${url}/amuleweb-main-servers.php`);
    await page.goto(`${url}/amuleweb-main-prefs.php`);
    await clickThrough(page, 'input[type=submit][value=Apply]');
    await page.goto(`${url}/amuleweb-main-dload.php`);
    await page.reload();
    await step('logout');
    await clickThrough(page, 'a[href="login.php"]');
    await page.goto(`${url}/amuleweb-main-dload.php`);
    await step('login-2');
    await logIn(page);
    await page.goto(`${url}/amuleweb-main-dload.php`);
  },
};

async function start(scratch: Scratch) {
  const [core, port] = [await freePort(), await freePort()];
  const secret = createHash('md5').update(USER.password).digest('hex');
  const folder = scratch.open('amule');
  scratch.write(
    'amule/amule.conf',
    `[eMule]
Port=${await freePort()}
UDPEnable=0
ConnectToKad=0
ConnectToED2K=0
Autoconnect=0
[ExternalConnect]
AcceptExternalConnections=1
ECAddress=127.0.0.1
ECPort=${core}
ECPassword=${secret}
[WebServer]
Enabled=0
`,
  );
  const env = { HOME: scratch.folder };
  scratch.serve('amuled', ['-c', folder, '-o'], { env });
  await waitUntilUp(core);
  scratch.serve(
    'amuleweb',
    [
      '-h',
      '127.0.0.1',
      '-p',
      String(core),
      '-P',
      USER.password,
      '-s',
      String(port),
      '-A',
      USER.password,
      '-t',
      'default',
    ],
    { env },
  );
  await waitUntilUp(port);
  return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
}

async function logIn(page: Page, password = USER.password): Promise<void> {
  await page.waitForSelector('input[name=pass]');
  await page.type('input[name=pass]', password);
  await clickThrough(page, 'input[type=submit]');
}
