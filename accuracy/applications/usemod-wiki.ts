import type { Page } from 'puppeteer-core';
import { clickThrough, retype } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'usemod.test';
const SCRIPT = '/cgi-bin/wiki.pl';
const ID = '1001';

/**
 * UseModWiki, a wiki in one CGI: number, random number and version of a user in one cookie for
 * three years.
 */
export const application: Application = {
  name: 'usemod-wiki',
  kind: 'application',
  language: 'Perl',
  packages: ['usemod-wiki', 'apache2'],
  docs: [
    // DoLogin, DoNewLogin: the cookie's value is the hash rev, id, randkey
    // (`rev&1&id&1001&randkey&…`), '+3y'; randkey is int(rand(1000000000)). InitCookie: both must
    // be those of the user's file.
    '/usr/lib/cgi-bin/wiki.pl',
    // A hash as value: its names and values, joined by "&".
    'https://metacpan.org/pod/CGI::Cookie#Creating-New-Cookies',
  ],
  noSecondLogin: 'there is no logout: the cookie stays for three years',
  truth: {
    mechanism: ['session-cookie', 'token-cookie'],
    host: HOST,
    credentials: [
      // The random number is the same at each login and in each browser.
      { carrier: 'cookie', name: 'Wiki', role: ['session', 'remember-me'] },
      { carrier: 'url', name: /./, role: ['other', 'preference'] },
      { carrier: 'body', name: /./, role: ['other', 'preference'] },
    ],
  },
  proof: {
    url: /action=editprefs/,
    knows: ({ status, body }) => status === 200 && /name="p_username" +value="Ada"/.test(body),
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const folder = scratch.open('cgi');
  const data = scratch.open('data');
  scratch.write(
    'cgi/wiki.pl',
    `#!/usr/bin/perl
# As in /usr/share/doc/usemod-wiki/examples/wiki-wrapper.pl.
local $_ = "nocgi";
do "/usr/lib/cgi-bin/wiki.pl";
local $UseModWiki::ConfigFile = "${folder}/config";
UseModWiki::DoWikiRequest();
`,
  );
  scratch.run('chmod', ['755', `${folder}/wiki.pl`]);
  scratch.run('sh', [
    '-c',
    `sed 's#^$DataDir .*#$DataDir = "${data}";#' /etc/usemod-wiki/config > ${folder}/config`,
  ]);
  const running = await apache(scratch, {
    host: HOST,
    documentRoot: scratch.open('htdocs'),
    directives: `ScriptAlias /cgi-bin/ ${folder}/
Alias /usemod-wiki /usr/share/usemod-wiki/images`,
  });
  await register(`http://127.0.0.1:${new URL(running.url).port}${SCRIPT}`);
  return running;
}

/** From another browser: a name and a password for the first user's number. */
async function register(script: string): Promise<void> {
  const answer = await fetch(`${script}?action=newlogin`);
  await answer.text();
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const body = new URLSearchParams({
    edit_prefs: '1',
    // Names of pages begin with a capital letter.
    p_username: 'Ada',
    p_password: USER.password,
  });
  await (await fetch(script, { method: 'POST', headers: { cookie }, body })).text();
}

async function visit({ page, url, step }: Visit): Promise<void> {
  const script = `${url}${SCRIPT}`;
  await step('anonymous');
  await page.goto(script);
  await page.goto(`${script}?action=rc`);
  await step('failed-login');
  await logIn(page, script, 'wrong-password');
  await step('login');
  await logIn(page, script, USER.password);
  await step('use');
  await page.goto(`${script}?action=editprefs`);
  await retype(page, 'input[name=p_rcdays]', '7');
  await clickThrough(page, 'input[type=submit]');
  await page.goto(`${script}?action=edit&id=HomePage`);
  await page.type('textarea[name=text]', 'More of it. ');
  await clickThrough(page, 'input[name=Save]');
  await page.goto(`${script}?action=rc&days=30`);
  await page.goto(`${script}?action=editprefs`);
  await page.reload();
}

async function logIn(page: Page, script: string, password: string): Promise<void> {
  await page.goto(`${script}?action=login`);
  await page.type('input[name=p_userid]', ID);
  await page.type('input[name=p_password]', password);
  await clickThrough(page, 'input[name=Login]');
}
