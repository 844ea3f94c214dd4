import type { Page } from 'puppeteer-core';
import { clickThrough, retype } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'fossil.test';

/** Fossil's own pages: tickets, wiki and timeline of a repository, all in one SQLite file. */
export const application: Application = {
  name: 'fossil',
  kind: 'application',
  language: 'C',
  packages: ['fossil'],
  docs: [
    // "fossil-<PROJECTCODE prefix>": "HASH/PROJECTCODE/USER", HASH from the user's table entry.
    // login_check_credentials: "g.zCsrfToken" is made of the first ten characters of that HASH.
    'https://github.com/drhsqlite/fossil-mirror/blob/master/src/login.c',
    // "cs": the seed from which the captcha of the user "anonymous" is drawn.
    'https://github.com/drhsqlite/fossil-mirror/blob/master/src/captcha.c',
    // "fossil_display_settings": how the reader likes timelines and differences.
    'https://github.com/drhsqlite/fossil-mirror/blob/master/src/cookies.c',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: /^fossil-[0-9a-f]{16}$/, role: 'session' },
      { carrier: 'cookie', name: 'fossil_display_settings', role: 'preference' },
      { carrier: 'body', name: /^(csrf|input\[csrf\])$/, role: 'csrf' },
      { carrier: 'body', name: /^(cs|input\[cs\])$/, role: 'other' },
      { carrier: 'url', name: /^(g|id|name|udc|y|c|u|r|n|anon)$/, role: 'other' },
    ],
  },
  proof: { url: /\/(setup|setup_ulist)$/, knows: ({ status }) => status === 200 },
  start,
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.goto(`${url}/timeline`);
    await page.goto(`${url}/setup`);
    await step('failed-login');
    await logIn(page, 'not-the-password');
    await step('login');
    await logIn(page);
    await page.waitForSelector('a[href*="setup_ulist"]');
    await step('use');
    await use(page, url);
    await step('logout');
    await page.goto(`${url}/login`);
    await clickThrough(page, 'input[name=out]');
    await page.goto(`${url}/setup`);
    await step('login-2');
    await logIn(page);
    await page.waitForSelector('a[href*="setup_ulist"]');
    await page.goto(`${url}/setup_ulist`);
  },
};

async function start(scratch: Scratch) {
  const port = await freePort();
  const file = scratch.path('mill.fossil');
  const env = { HOME: scratch.folder, FOSSIL_HOME: scratch.folder };
  scratch.run('fossil', ['new', file, '--admin-user', USER.name], { env });
  scratch.run('fossil', ['user', 'password', USER.name, USER.password, '-R', file], { env });
  scratch.serve('fossil', ['server', file, '--port', String(port), '--localhost'], { env });
  await waitUntilUp(port);
  return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
}

async function logIn(page: Page, password = USER.password): Promise<void> {
  await retype(page, '#u', USER.name);
  await retype(page, '#p', password);
  await clickThrough(page, 'input[name=in]');
}

async function use(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/tktnew`);
  await page.type('input[name=title]', 'A card jams');
  await page.type('textarea', 'Between the mill and the store.');
  await clickThrough(page, 'input[name=preview]');
  await clickThrough(page, 'input[name=submit]');
  await page.goto(`${url}/setup_config`);
  await retype(page, '#pn', 'Engines');
  await clickThrough(page, 'input[name=submit]');
  await page.goto(`${url}/timeline?n=50&y=all`);
  await page.reload();
  await page.goto(`${url}/setup_ulist`);
  await page.goto(`${url}/tree`);
  await page.goto(`${url}/setup`);
}
