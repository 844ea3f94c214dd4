import type { Page } from 'puppeteer-core';
import { retype } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Application } from './support/application.js';
import { passOn } from './support/pass-on.js';
import type { Scratch } from './support/scratch.js';
import { regex } from '../../src/engine/regex.js';

const HOST = 'gerbera.test';

/**
 * Gerbera's pages with accounts: a session id that the script sends as a parameter, and keeps in a
 * cookie.
 */
export const application: Application = {
  name: 'gerbera',
  kind: 'application',
  language: 'C++',
  packages: ['gerbera'],
  docs: [
    // "accounts: … enabled, session-timeout".
    'https://docs.gerbera.io/en/stable/config-server.html',
    // check_request() and process() read `param("sid")` and nothing else; get_sid gives an
    // anonymous one, login marks it.
    'https://github.com/gerbera/gerbera/blob/v1.1.0/src/web/auth.cc',
    // getSessionId(): $.cookie('SID'), sent as `sid`; password = md5(token + password).
    '/usr/share/gerbera/web/js/gerbera.auth.js',
    // $.cookie('TYPE'): which of the two trees is shown.
    '/usr/share/gerbera/web/js/gerbera.app.js',
  ],
  truth: {
    mechanism: 'session-url',
    host: HOST,
    credentials: [
      { carrier: 'url', name: 'sid', role: 'session', format: 'uuid' },
      { carrier: 'cookie', name: 'SID', role: 'session', format: 'uuid' },
      { carrier: 'body', name: '/sid', role: 'session', format: 'uuid' },
      { carrier: 'cookie', name: 'TYPE', role: 'preference' },
      { carrier: 'header', name: /^x-(?:prototype-version|requested-with)$/, role: 'other' },
      // The challenge that the password is hashed with, good for ten seconds; and that hash.
      { carrier: 'body', name: '/token', role: 'other' },
      { carrier: 'url', name: 'password', role: 'other' },
      {
        carrier: 'url',
        name: regex()`
          ^(?:req_type|return_type|action|username|parent_id|select_it|start|count|updates|_
          |object_id)$`,
        role: 'other',
      },
    ],
  },
  proof: {
    url: /req_type=containers/,
    parameters: ['sid'],
    knows: ({ body }) => /"success":\s*true/.test(body),
  },
  start,
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.goto(`${url}/gerbera.html`);
    await page.waitForSelector('#username', { visible: true });
    await step('login');
    await logIn(page);
    await step('use');
    await use(page);
    await step('logout');
    await Promise.all([page.waitForNavigation(), page.click('#logout')]);
    await page.waitForSelector('#username', { visible: true });
    await step('login-2');
    await logIn(page);
  },
};

async function logIn(page: Page): Promise<void> {
  await page.waitForSelector('#username', { visible: true });
  await retype(page, '#username', USER.name);
  await retype(page, '#password', USER.password);
  await page.click('#login-submit');
  await page.waitForSelector('#nav-db:not(.disabled)');
  await page.waitForSelector('#logout', { visible: true });
}

async function use(page: Page): Promise<void> {
  await open(page, '#nav-db', 'containers');
  await open(page, '#nav-fs', 'directories');
  await page.reload();
  await page.waitForSelector('#nav-fs:not(.disabled)');
  await open(page, '#nav-fs', 'directories');
  await page.click('#nav-home');
  await open(page, '#nav-db', 'containers');
}

async function open(page: Page, link: string, type: string): Promise<void> {
  await Promise.all([
    page.waitForResponse((response) => response.url().includes(`req_type=${type}`)),
    page.click(link),
  ]);
}

async function start(scratch: Scratch) {
  // Its UPnP library takes no port below 49152.
  const port = 49_152 + Math.floor(Math.random() * 16_000);
  const config = scratch.write(
    'config.xml',
    `<?xml version="1.0" encoding="UTF-8"?>
<config version="2" xmlns="http://mediatomb.cc/config/2">
  <server>
    <ui enabled="yes"><accounts enabled="yes" session-timeout="30">
      <account user="${USER.name}" password="${USER.password}"/>
    </accounts></ui>
    <name>gerbera</name>
    <udn>uuid:6b3e1c0e-54d5-4f0a-9d8c-2f6f1b7c1a10</udn>
    <home>${scratch.path()}</home>
    <webroot>/usr/share/gerbera/web</webroot>
    <storage><sqlite3 enabled="yes"><database-file>gerbera.db</database-file></sqlite3></storage>
  </server>
  <import><scripting script-charset="UTF-8"><virtual-layout type="builtin"/></scripting></import>
</config>
`,
  );
  scratch.serve('gerbera', ['-c', config, '-p', String(port)]);
  // Its UPnP library refuses the loopback interface; one line of its headers ends in \n alone,
  // which browsers read and Node does not.
  const near = await passOn(port, (text) => text.replace('validate\nCONN', 'validate\r\nCONN'));
  return { url: `http://${HOST}:${near}`, stop: () => scratch.stop() };
}
