import type { Page } from 'puppeteer-core';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'radicale.test';

/** Radicale's web interface: a page with a form whose scripts log in by HTTP Basic. */
export const application: Application = {
  name: 'radicale',
  kind: 'application',
  language: 'Python',
  packages: ['radicale'],
  docs: [
    // get_principal(): request.open("PROPFIND", …, user, password); no cookie and no storage
    // anywhere.
    '/usr/lib/python3/dist-packages/radicale/web/internal_data/fn.js',
    // authorization.startswith("Basic"); "WWW-Authenticate: Basic realm=…".
    '/usr/lib/python3/dist-packages/radicale/app/__init__.py',
    'https://radicale.org/v3.html#auth',
  ],
  noSecondLogin:
    'its Logout only shows the form again: a browser sends name and password until it is closed',
  truth: {
    mechanism: 'basic',
    host: HOST,
    credentials: [{ carrier: 'header', name: 'authorization', role: 'basic', format: 'basic' }],
  },
  // A principal has no page of its own: 403 for its owner, 401 for somebody unknown.
  proof: { url: /^http:\/\/radicale\.test:\d+\/ada\/$/, knows: ({ status }) => status === 403 },
  start,
  visit,
};

async function start(scratch: Scratch) {
  const port = await freePort();
  const users = scratch.write('users', `${USER.name}:${USER.password}\n`);
  const config = scratch.write(
    'config',
    `[server]
hosts = 127.0.0.1:${port}
[auth]
type = htpasswd
htpasswd_filename = ${users}
htpasswd_encryption = plain
delay = 0
[storage]
filesystem_folder = ${scratch.open('collections')}
`,
  );
  scratch.serve('radicale', ['--config', config]);
  await waitUntilUp(port);
  return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
}

async function visit({ page, url, step }: Visit) {
  const open = async (link: string, scene: string) => {
    await page.click(`#collectionsscene:not(.hidden) ${link}`);
    await page.waitForSelector(`#${scene}:not(.hidden)`);
  };
  await step('anonymous');
  await page.goto(`${url}/.web/`);
  await page.goto(`${url}/${USER.name}/`).catch(() => undefined);
  await step('login');
  await logIn(page, url);
  await step('use');
  await open('a[data-name=new]', 'createcollectionscene');
  await page.type('#createcollectionscene [data-name=displayname]', 'Engine');
  await page.click('#createcollectionscene [data-name=submit]');
  await page.waitForSelector('article:not(.hidden) [data-name=edit]');
  await open('article:not(.hidden) [data-name=edit]', 'editcollectionscene');
  await page.type('#editcollectionscene [data-name=description]', 'Notes');
  await page.click('#editcollectionscene [data-name=submit]');
  await page.waitForSelector('#collectionsscene:not(.hidden) article:not(.hidden)');
  await page.goto(`${url}/${USER.name}/`);
  await logIn(page, url);
  await open('article:not(.hidden) [data-name=delete]', 'deletecollectionscene');
  await page.click('#deletecollectionscene [data-name=delete]');
  await page.waitForSelector('#collectionsscene:not(.hidden)');
}

async function logIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/.web/`);
  await page.waitForSelector('#loginscene:not(.hidden)');
  await page.type('#loginscene [data-name=user]', USER.name);
  await page.type('#loginscene [data-name=password]', USER.password);
  await page.click('#loginscene button');
  await page.waitForSelector('#collectionsscene:not(.hidden)');
}
