import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';
import { systemUser } from './support/system-user.js';

const HOST = 'webmail.test';
const SCRIPT = '/cgi-bin/sqwebmail';
const LIB = '/usr/lib/courier';

/**
 * Courier's webmail: user, session and time of the login in the path of each address, and no
 * cookie.
 */
export const application: Application = {
  name: 'sqwebmail',
  kind: 'application',
  language: 'C',
  packages: ['sqwebmail', 'courier-authdaemon', 'apache2'],
  docs: [
    // "/cgi-bin/sqwebmail/login/USER/RANDOM/TIME": newsession writes the random part into the
    // mailbox.
    'https://www.courier-mta.org/sqwebmail/',
    'https://github.com/svarshavchik/courier/blob/master/courier/webmail/sqwebmail.c (prevlogin, login)',
  ],
  truth: {
    mechanism: 'session-url',
    host: HOST,
    credentials: [
      { carrier: 'url', name: /^path/, role: 'session' },
      { carrier: 'url', name: /^(?!path)/, role: ['other', 'csrf'] },
      { carrier: 'body', name: /./, role: ['other', 'csrf'] },
      { carrier: 'cookie', name: /./, role: ['other', 'preference'] },
    ],
  },
  // What stands in the path has no name for the labels.
  findings: {
    asked: [
      { ruleId: 'session-id-in-url', name: /^path/ },
      { ruleId: 'token-over-http', name: /^path/ },
    ],
  },
  proof: {
    url: /form=folders/,
    parameters: ['path 4', 'path 5', 'path 6'],
    knows: ({ status, body }) => status === 200 && body.includes('INBOX'),
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  systemUser();
  const home = scratch.open('home');
  scratch.run('usermod', ['-d', home, USER.name]);
  scratch.run('maildirmake.courier', [`${home}/Maildir`]);
  scratch.run('chown', ['-R', USER.name, home]);
  scratch.run('install', ['-d', '-o', 'courier', '-g', 'courier', '/run/courier/authdaemon']);
  const serve = (settings: string, program: string) =>
    scratch.serve('/bin/sh', ['-c', `set -a; . /etc/courier/${settings}; exec ${LIB}/${program}`]);
  serve('authdaemonrc', 'courier-authlib/authdaemond');
  serve('sqwebmaild', 'courier/sqwebmaild');
  return apache(scratch, {
    host: HOST,
    documentRoot: scratch.open('htdocs'),
    directives: `ScriptAlias ${SCRIPT} ${LIB}/courier/webmail/webmail
Alias /sqwebmail/ /usr/share/sqwebmail/`,
  });
}

async function visit({ page, url, step }: Visit): Promise<void> {
  await step('anonymous');
  await page.goto(`${url}${SCRIPT}`);
  await step('failed-login');
  await logIn(page, url, 'wrong-password');
  await step('login');
  await logIn(page, url, USER.password);
  await step('use');
  await page.goto(addressOf(page, 'folders'));
  await follow(page, 'newmsg');
  await page.type('input[name=headersubject]', 'On the engine');
  await page.type('textarea[name=message]', 'Notes.');
  await clickThrough(page, 'input[name="savedraft"]');
  for (const form of ['preferences', 'abooklist', 'folders', 'eventdaily', 'folders'])
    await follow(page, form);
  await page.reload();
  await step('logout');
  const gone = addressOf(page, 'folders');
  await follow(page, 'logout');
  await page.goto(gone);
  await step('login-2');
  await logIn(page, url, USER.password);
  await page.goto(addressOf(page, 'folders'));
  await follow(page, 'preferences');
}

/** One of the user's pages, without frames. */
const addressOf = (page: Page, form: string) =>
  `${page.url().split('?', 1)[0]}?folder=INBOX&form=${form}`;

const follow = (page: Page, form: string) => clickThrough(page, `a[href*="form=${form}"]`);

async function logIn(page: Page, url: string, password: string): Promise<void> {
  await page.goto(`${url}${SCRIPT}?noframes=1`);
  await page.type('input[name=username]', USER.name);
  await page.type('input[name=password]', password);
  await clickThrough(page, 'input[type=submit]');
}
