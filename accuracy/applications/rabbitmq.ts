import type { Page } from 'puppeteer-core';
import { clickThrough, retype } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'rabbitmq.test';

/**
 * RabbitMQ's management plugin: its page keeps name and password in a cookie and sends them as
 * Basic.
 */
export const application: Application = {
  name: 'rabbitmq',
  kind: 'application',
  language: 'Erlang',
  packages: ['rabbitmq-server'],
  docs: [
    // "The API is intended for … HTTP basic authentication"; management.login_session_timeout.
    'https://www.rabbitmq.com/docs/3.13/management#http-api',
    // set_auth_pref(): base64 of name:password goes into the cookie's `auth`, and from there into
    // `Authorization: Basic`.
    '/usr/lib/rabbitmq/lib/rabbitmq_server-3.10.8/plugins/rabbitmq_management-3.10.8/priv/www/js/main.js',
    // store_cookie(): one cookie `m` of short keys, beside `rabbitmq.` preferences in localStorage.
    '/usr/lib/rabbitmq/lib/rabbitmq_server-3.10.8/plugins/rabbitmq_management-3.10.8/priv/www/js/prefs.js',
  ],
  truth: {
    mechanism: 'basic',
    host: HOST,
    // dispatcher.js, `put '#/logout'`: clears the cookie's `auth` and reloads; the page asks for a
    // login.
    forgets: true,
    credentials: [
      { carrier: 'cookie', name: 'm', role: 'basic' },
      { carrier: 'header', name: 'authorization', role: 'basic', format: 'basic' },
      // The name of the virtual host that was chosen.
      { carrier: 'header', name: 'x-vhost', role: 'other' },
      // Lists and graphs, and a random number that keeps caches apart.
      { carrier: 'url', name: /./, role: 'other' },
      { carrier: 'localStorage', name: /^rabbitmq\./, role: 'preference' },
    ],
  },
  proof: { url: /\/api\/overview/, knows: ({ status }) => status === 200 },
  start,
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.waitForSelector('#login');
    await step('login');
    await page.goto(`${url}/`);
    await logIn(page);
    await step('use');
    await use(page, url);
    await step('logout');
    await clickThrough(page, '#logout input[type=submit]');
    await page.waitForSelector('#login');
    await page.goto(`${url}/api/overview`).catch(() => undefined);
    await step('login-2');
    await page.goto(`${url}/`);
    await logIn(page);
  },
};

async function start(scratch: Scratch) {
  const [port, amqp, dist, epmd] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
    freePort(),
  ]);
  const config = scratch.write(
    'rabbitmq.conf',
    `listeners.tcp.local = 127.0.0.1:${amqp}
management.tcp.ip = 127.0.0.1
management.tcp.port = ${port}
default_user = ${USER.name}
default_pass = ${USER.password}
default_user_tags.administrator = true
`,
  );
  // Not left to RabbitMQ, which starts one that outlives it.
  scratch.serve('epmd', ['-port', String(epmd)]);
  await waitUntilUp(epmd);
  scratch.serve('/usr/lib/rabbitmq/bin/rabbitmq-server', [], {
    env: {
      HOME: scratch.path(),
      ERL_EPMD_PORT: String(epmd),
      RABBITMQ_NODENAME: 'credtrail@localhost',
      RABBITMQ_CONF_ENV_FILE: scratch.write('env.conf', ''),
      RABBITMQ_CONFIG_FILE: config,
      RABBITMQ_DIST_PORT: String(dist),
      RABBITMQ_MNESIA_BASE: scratch.path('mnesia'),
      RABBITMQ_LOG_BASE: scratch.path('log'),
      RABBITMQ_ENABLED_PLUGINS_FILE: scratch.write('plugins', '[rabbitmq_management].\n'),
    },
  });
  // Slow to start where the machine is busy: twice the usual patience.
  await waitUntilUp(port).catch(() => waitUntilUp(port));
  return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
}

async function send(page: Page, password: string): Promise<void> {
  await page.waitForSelector('#login input[name=username]');
  await retype(page, '#login input[name=username]', USER.name);
  await retype(page, '#login input[name=password]', password);
  await page.click('#login input[type=submit]');
}

async function logIn(page: Page): Promise<void> {
  await send(page, USER.password);
  await page.waitForSelector('#tabs a');
}

async function use(page: Page, url: string): Promise<void> {
  for (const tab of ['connections', 'exchanges', 'queues']) {
    await page.click(`#tabs a[href="#/${tab}"]`);
    await page.waitForFunction(
      (name: string) =>
        document.querySelector('#main h1')?.textContent?.toLowerCase().includes(name),
      {},
      tab,
    );
  }
  await page.$eval('form[action="#/queues"] input[name=name]', (field) => {
    (field as HTMLInputElement).value = 'letters';
  });
  const added = page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.ok(),
  );
  await page.$eval('form[action="#/queues"][method=put]', (form) =>
    (form.querySelector('input[type=submit]') as HTMLInputElement).click(),
  );
  await added;
  await page.goto(`${url}/#/queues/%2F/letters`);
  await page.reload();
  await page.waitForSelector('#tabs a');
  await page.click('#tabs a[href="#/"]');
  await page.waitForFunction(`document.querySelector('#main h1')?.textContent === 'Overview'`);
}
