import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { mariadb } from './support/databases.js';
import { copyTree } from './support/tree.js';

const HOST = 'tt-rss.test';

/** Tiny Tiny RSS: a reader in one page, with one feed whose article was fetched before. */
export const application: Application = {
  name: 'tt-rss',
  kind: 'application',
  language: 'PHP',
  packages: ['tt-rss', 'libapache2-mod-php', 'php-mysql', 'mariadb-server'],
  docs: [
    // session.name "ttrss_sid", kept in the table ttrss_sessions.
    '/usr/share/tt-rss/www/include/sessions.php',
    // logout and others need the session's csrf_token: validate_csrf.
    '/usr/share/tt-rss/www/classes/handler/public.php, include/functions.php',
    // setpanelmode: "ttrss_widescreen", wide or not; cookieName "feedTreeSaveStateCookie": what is
    // open.
    '/usr/share/tt-rss/www/classes/rpc.php, js/FeedTree.js',
    // otpqrcode: sha1 of the csrf_token.
    '/usr/share/tt-rss/www/classes/pref/prefs.php',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'ttrss_sid', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'ttrss_widescreen', role: 'preference' },
      // Which branches of the tree of feeds are open.
      { carrier: 'localStorage', name: 'feedTreeSaveStateCookie', role: 'preference' },
      { carrier: 'body', name: 'csrf_token', role: 'csrf' },
      // Its SHA-1, which the picture of the second factor asks for.
      { carrier: 'url', name: 'csrf_token_hash', role: 'csrf' },
      { carrier: 'url', name: /^(op|method|mode|load|return|\w{6}|\d+)$/, role: 'other' },
      { carrier: 'header', name: /^x-(prototype-version|requested-with)$/, role: 'other' },
    ],
  },
  proof: {
    url: /\/(index|prefs)\.php$/,
    knows: ({ status, body }) => status === 200 && body.includes('__csrf_token'),
  },
  async start(scratch) {
    const database = await mariadb(scratch);
    database.sql('CREATE DATABASE ttrss CHARACTER SET utf8');
    database.sql(readFileSync('/usr/share/tt-rss/schema/ttrss_schema_mysql.sql', 'utf8'), 'ttrss');
    database.sql(CONTENT, 'ttrss');
    const port = await freePort();
    const documentRoot = copyTree(scratch, '/usr/share/tt-rss/www');
    for (const folder of ['export', 'images', 'upload', 'js', 'simplepie', 'feeds'])
      scratch.open('cache', folder);
    scratch.open('www', 'feed-icons');
    const own: Record<string, string> = {
      SELF_URL_PATH: `http://${HOST}:${port}/`,
      DB_TYPE: 'mysql',
      DB_HOST: '127.0.0.1',
      DB_PORT: String(database.port),
      DB_USER: 'root',
      DB_NAME: 'ttrss',
      DB_PASS: '',
      LOCK_DIRECTORY: scratch.open('lock'),
      CACHE_DIR: scratch.path('cache'),
      LOG_DESTINATION: '',
    };
    scratch.run('rm', ['-f', `${documentRoot}/config.php`]);
    scratch.write('www/config.php', configuration(own));
    return apache(scratch, { host: HOST, documentRoot, php: true, port });
  },
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.waitForSelector('#dijit_form_Button_0, [widgetid=login]');
    await step('failed-login');
    await logIn(page, 'wrong-password');
    await page.waitForSelector('.alert');
    await step('login');
    await logIn(page, USER.password);
    await ready(page);
    await step('use');
    await use(page, url);
    await step('logout');
    await choose(page, 'Logout');
    await page.waitForSelector('#login');
    await page.goto(`${url}/prefs.php`);
    await page.waitForSelector('#login');
    await step('login-2');
    await logIn(page, USER.password);
    await page.waitForSelector('#overlay', { hidden: true });
  },
};

async function logIn(page: Page, password: string): Promise<void> {
  // Dojo has taken the fields over.
  await page.waitForSelector('[widgetid=login] input[name=login]', { visible: true });
  await page.$eval('input[name=login]', (field) => ((field as HTMLInputElement).value = ''));
  await page.type('input[name=login]', USER.name);
  await page.type('input[name=password]', password);
  await clickThrough(page, '.dijitButton [type=submit], .dijitButton .dijitButtonNode');
}

async function ready(page: Page): Promise<void> {
  await page.waitForSelector('#overlay', { hidden: true });
  await page.waitForSelector('#feedTree .dijitTreeRow');
}

/** Chooses from the menu at the upper right. */
async function choose(page: Page, item: string): Promise<void> {
  await page.click('.action-chooser .action-button');
  await page
    .locator(`::-p-xpath(//td[contains(@class, "dijitMenuItemLabel") and contains(., "${item}")])`)
    .click();
}

async function use(page: Page, url: string): Promise<void> {
  await page
    .locator(
      '::-p-xpath(//span[contains(@class, "dijitTreeLabel") and contains(., "All articles")])',
    )
    .click();
  await page.locator('#RROW-1 .marked-pic').click();
  await page.waitForSelector('#RROW-1.marked');
  await choose(page, '(Un)hide read feeds');
  await ready(page);
  await page.reload();
  await ready(page);
  await page.goto(`${url}/prefs.php`);
  await page.waitForSelector('#overlay', { hidden: true });
  await page.goto(`${url}/index.php`);
  await ready(page);
}

function configuration(own: Record<string, string>): string {
  // The package's settings, with what is ours in place of its own; its database file is not read.
  const lines = readFileSync('/etc/tt-rss/config.php', 'utf8')
    .split('\n')
    .filter((line) => !line.includes('database.php'))
    .filter((line) => !Object.keys(own).some((name) => line.includes(`define('${name}'`)));
  const defined = Object.entries(own).map(([name, value]) => `define('${name}', '${value}');`);
  return ['<?php', ...defined, ...lines.slice(1)].join('\n');
}

const SALT = 'a salt for one account';
const HASH = `MODE2:${createHash('sha256')
  .update(SALT + USER.password)
  .digest('hex')}`;

const CONTENT = `
UPDATE ttrss_users SET login = '${USER.name}', salt = '${SALT}', pwd_hash = '${HASH}' WHERE id = 1;
DELETE FROM ttrss_feeds;
INSERT INTO ttrss_feeds (id, owner_uid, title, feed_url, last_updated) VALUES (1, 1, 'News', 'http://news.test/feed', NOW());
INSERT INTO ttrss_entries (id, title, guid, link, updated, content, content_hash, date_entered, date_updated)
  VALUES (1, 'First article', 'tag:news.test,1', 'http://news.test/1', NOW(), '<p>Text.</p>', 'x', NOW(), NOW());
INSERT INTO ttrss_user_entries (ref_id, uuid, feed_id, owner_uid, tag_cache, label_cache) VALUES (1, '', 1, 1, '', '');
`;
