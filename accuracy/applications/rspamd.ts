import type { Page } from 'puppeteer-core';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'rspamd.test';

/**
 * The web interface of Rspamd's controller: one password, in a header of its own with each request.
 */
export const application: Application = {
  name: 'rspamd',
  kind: 'application',
  language: 'C',
  packages: ['rspamd'],
  docs: [
    // "All requests to the controller … password in the `Password` header".
    'https://rspamd.com/doc/workers/controller.html',
    // saveCredentials: sessionStorage "Password"; ui.query sends it; disconnect clears the store.
    '/usr/share/rspamd/www/js/app/rspamd.js',
    // "Credentials": what each server of the cluster answered, its name and figures.
    '/usr/share/rspamd/www/js/app/stats.js',
  ],
  truth: {
    mechanism: 'api-key',
    host: HOST,
    credentials: [
      // A secret of the controller, without a user: it stays the same until the configuration
      // changes.
      { carrier: 'header', name: 'password', role: 'api-key' },
      { carrier: 'sessionStorage', name: 'Password', role: 'api-key' },
      { carrier: 'sessionStorage', name: /^Credentials/, role: 'other' },
      {
        carrier: 'sessionStorage',
        name: /^(read_only|alerted_.*)$/,
        role: ['other', 'preference'],
      },
      {
        carrier: 'localStorage',
        name: /^(ajax_timeout|selected_locale|custom_locale)$/,
        role: 'preference',
      },
      // The id of the configuration, shown on the page.
      { carrier: 'body', name: /config_id/, role: 'other' },
    ],
  },
  proof: { url: /\/(stat|auth|actions|symbols)(\?|$)/, knows: ({ status }) => status === 200 },
  start,
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.waitForSelector('#connectDialog.show #connectPassword');
    await step('failed-login');
    await connect(page, 'not-the-password', 401);
    await step('login');
    await connect(page, USER.password);
    await page.waitForSelector('#statWidgets *');
    await step('use');
    await use(page);
    await step('logout');
    await page.waitForSelector('#disconnect:not(.disabled)');
    await press(page, '#disconnect');
    await page.waitForSelector('#connectDialog.show #connectPassword');
    await page.reload();
    await page.waitForSelector('#connectDialog.show #connectPassword');
    await step('login-2');
    await Promise.all([
      page.waitForResponse((answer) => answer.url().endsWith('/neighbours')),
      connect(page, USER.password),
    ]);
  },
};

async function start(scratch: Scratch) {
  const port = await freePort();
  const folder = scratch.open('state');
  const config = scratch.write(
    'rspamd.conf',
    `options {
  pidfile = "${folder}/rspamd.pid";
  url_tld = "/usr/share/rspamd/effective_tld_names.dat";
  filters = "";
  dynamic_conf = "${folder}/dynamic.json";
  dns { nameserver = ["127.0.0.1"]; }
}
actions { reject = 15; add_header = 6; greylist = 4; rewrite_subject = 8; }
logging { type = "console"; }
worker "controller" {
  bind_socket = "127.0.0.1:${port}";
  count = 1;
  password = "${USER.password}";
  enable_password = "${USER.password}";
  static_dir = "/usr/share/rspamd/www";
}
`,
  );
  scratch.serve('rspamd', ['-f', '-i', '-c', config, '--var', `DBDIR=${folder}`], { cwd: folder });
  await waitUntilUp(port);
  return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
}

async function connect(page: Page, password: string, status = 200): Promise<void> {
  await page.$eval('#connectPassword', (field) => ((field as HTMLInputElement).value = ''));
  await page.type('#connectPassword', password);
  await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith('/auth') && answer.status() === status),
    page.click('#connectButton'),
  ]);
}

/**
 * The tabs, and the thresholds saved anew; a page loaded again would ask for the password again.
 */
async function use(page: Page): Promise<void> {
  await tab(page, 'configuration', /\/(actions|maps)$/);
  await page.waitForSelector('#actionsForm input');
  await Promise.all([
    page.waitForResponse((r) => r.url().includes('saveactions')),
    press(page, '#saveActionsBtn'),
  ]);
  await tab(page, 'symbols', /\/symbols$/);
  await tab(page, 'history', /\/history$/);
  await tab(page, 'throughput', /\/graph/);
  await tab(page, 'status', /\/(stat|auth)$/);
}

async function tab(page: Page, name: string, answer: RegExp): Promise<void> {
  const link = `#${name}_nav:not(.disabled)`;
  await page.waitForSelector(link);
  await Promise.all([page.waitForResponse((r) => answer.test(r.url())), press(page, link)]);
}

/** Parts of the bar move while it unfolds. */
const press = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element as HTMLElement).click());
