import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { mariadb } from './support/databases.js';
import { pressThrough } from './support/press.js';
import { copyTree } from './support/tree.js';
import { regex } from '../../src/engine/regex.js';

const HOST = 'wordpress.test';

/** WordPress with its own theme: a blog that is read, then written, and a comment. */
export const application: Application = {
  name: 'wordpress',
  kind: 'application',
  language: 'PHP',
  packages: [
    'wordpress',
    'wordpress-theme-twentytwentythree',
    'libapache2-mod-php',
    'php-mysql',
    'mariadb-server',
  ],
  docs: [
    // "wordpress_[hash] … authentication details, limited to wp-admin"; "wordpress_logged_in_[hash]
    // … when you're logged in, and who you are"; "wp-settings-{time}-[UID] … customize your view".
    'https://developer.wordpress.org/advanced-administration/wordpress/cookies/',
    // wp_generate_auth_cookie: user|expiration|token|hmac; wp_validate_auth_cookie: the hmac, then
    // the token in the database; wp_clear_auth_cookie; wp_create_nonce: against forged requests.
    '/usr/share/wordpress/wp-includes/pluggable.php, class-wp-session-tokens.php',
    // wp_cookie_constants: the names of all cookies; wp_lang: the language of the login page.
    '/usr/share/wordpress/wp-includes/default-constants.php, /usr/share/wordpress/wp-login.php',
    // wp_nonce_field('inlineeditnonce', '_inline_edit'), check_ajax_referer('inlineeditnonce',
    // '_inline_edit').
    '/usr/share/wordpress/wp-admin/includes/class-wp-posts-list-table.php, ajax-actions.php',
    // wp_user_settings: how the user arranged the pages of the administration.
    '/usr/share/wordpress/wp-includes/option.php',
  ],
  truth: {
    // Signed state in the cookie, and a session in the database that it must name.
    mechanism: ['session-cookie', 'token-cookie'],
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: /^wordpress_[0-9a-f]{32}$/, role: 'session', format: 'signed' },
      { carrier: 'cookie', name: /^wordpress_logged_in_/, role: 'session', format: 'signed' },
      // Only ever deleted here: for https, of versions before 2.5, of posts with a password.
      { carrier: 'cookie', name: /^wordpress_sec_/, role: ['session', 'other'] },
      { carrier: 'cookie', name: /^(wordpressuser|wordpresspass|wp-postpass)_/, role: 'other' },
      { carrier: 'cookie', name: 'wordpress_test_cookie', role: 'other' },
      { carrier: 'cookie', name: /^wp-settings-/, role: 'preference' },
      { carrier: 'cookie', name: 'wp_lang', role: 'preference' },
      { carrier: 'localStorage', name: /^WP_PREFERENCES_USER_/, role: 'preference' },
      {
        carrier: 'localStorage',
        name: /^(WP_DATA_USER_|wp-autosave)/,
        role: ['preference', 'other'],
      },
      { carrier: 'sessionStorage', name: /^wp-autosave/, role: 'other' },
      { carrier: 'header', name: 'x-wp-nonce', role: 'csrf' },
      { carrier: 'header', name: /^x-(requested-with|http-method-override)$/, role: 'other' },
      { carrier: 'url', name: /nonce/, role: 'csrf' },
      { carrier: 'url', name: 'wp_lang', role: 'preference' },
      {
        carrier: 'url',
        name: regex()`
          ^(ver|p|c|dir|load\[.*|action|test|widget|pagenow|updated|context|per_page|status|who
          |reauth|redirect_to|rest_route|loggedout|_locale|_fields|_wp-find-template|\d+)$`,
        role: 'other',
      },
      { carrier: 'body', name: /nonce|_wp_unfiltered_html_comment|_inline_edit/i, role: 'csrf' },
    ],
  },
  proof: {
    url: /\/wp-admin\/(edit|profile|index)\.php/,
    knows: ({ status, body }) => status === 200 && body.includes('wp-admin-bar-logout'),
  },
  async start(scratch) {
    const database = await mariadb(scratch);
    database.sql('CREATE DATABASE wordpress CHARACTER SET utf8mb4');
    const port = await freePort();
    const documentRoot = copyTree(scratch, '/usr/share/wordpress');
    scratch.write('www/wp-config.php', configuration(database.port, port));
    scratch.run('php', ['-d', 'display_errors=1'], { cwd: documentRoot, input: INSTALL });
    return apache(scratch, { host: HOST, documentRoot, php: true, port });
  },
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.goto(`${url}/?p=1`);
    await page.goto(`${url}/wp-admin/`);
    await step('failed-login');
    await logIn(page, 'wrong-password', '#login_error');
    await step('login');
    await logIn(page, USER.password, '#wpadminbar');
    await step('use');
    await use(page, url);
    await step('logout');
    await pressThrough(page, '#wp-admin-bar-logout a');
    await page.waitForSelector('#loginform');
    await page.goto(`${url}/wp-admin/profile.php`);
    await step('login-2');
    await logIn(page, USER.password, '#wpadminbar');
    await page.goto(`${url}/wp-admin/edit.php`);
    await page.waitForSelector('#the-list');
  },
};

async function logIn(page: Page, password: string, then: string): Promise<void> {
  await page.waitForSelector('#user_login');
  // The page's own script puts the cursor into the field a moment after loading.
  await page.waitForFunction('document.activeElement?.tagName === "INPUT"');
  await page.$eval(
    '#user_login',
    (field, name) => ((field as HTMLInputElement).value = name),
    USER.name,
  );
  await page.$eval(
    '#user_pass',
    (field, word) => ((field as HTMLInputElement).value = word),
    password,
  );
  await clickThrough(page, '#wp-submit');
  await page.waitForSelector(then);
}

async function use(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/wp-admin/edit.php`);
  await page.waitForSelector('#the-list');
  await page.goto(`${url}/wp-admin/profile.php`);
  await page.type('#first_name', 'Ada');
  await clickThrough(page, '#submit');
  await page.goto(`${url}/wp-admin/options-general.php`);
  await page.waitForSelector('#blogname');
  await page.goto(`${url}/?p=1`);
  await page.type('#comment', 'A comment by Ada.');
  await clickThrough(page, '#commentform #submit');
  await page.goto(`${url}/wp-admin/post-new.php`);
  await page.waitForSelector('.editor-header, .edit-post-header');
  await page.goto(`${url}/wp-admin/upload.php`);
  await page.waitForSelector('.attachments-browser, #the-list');
  await page.goto(`${url}/wp-admin/index.php`);
  await page.waitForSelector('#dashboard-widgets');
  await page.reload();
  await page.waitForSelector('#wp-admin-bar-logout a');
}

function configuration(database: number, port: number): string {
  const keys = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((key) => [
    `define('${key}_KEY', '${crypto.randomUUID()}');`,
    `define('${key}_SALT', '${crypto.randomUUID()}');`,
  ]);
  return `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', '127.0.0.1:${database}');
define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', 'http://${HOST}:${port}');
define('WP_SITEURL', 'http://${HOST}:${port}');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('WP_AUTO_UPDATE_CORE', false);
${keys.join('\n')}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
}

/** What the page of the installer does when its form is sent. No pictures from gravatar.com. */
const INSTALL = `<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '${HOST}';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
require './wp-load.php';
require './wp-admin/includes/upgrade.php';
function wp_mail() { return true; }
wp_install('Notes', '${USER.name}', '${USER.email}', true, '', '${USER.password}');
update_option('show_avatars', 0);
`;
