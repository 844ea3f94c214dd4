import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'sputnik.test';
const WIKI = '/cgi-bin/wiki.cgi';
const OUT = 'a[href*="sputnik%2Flogout"]';

/**
 * Sputnik, a wiki in Lua: the user's name and a hash of the password's hash, the same at each
 * login.
 */
export const application: Application = {
  name: 'sputnik',
  kind: 'application',
  language: 'Lua',
  packages: ['sputnik', 'apache2'],
  docs: [
    // handle_request: "user|auth_token" is set with every answer, and "" for nobody; make_token.
    '/usr/share/lua/5.1/sputnik/init.lua',
    // authenticate: make_token(username .. hash of the password); validate_token compares with it.
    '/usr/share/lua/5.1/sputnik/auth/simple.lua',
    // "post_token": a hash of the time and a secret; fields are called by hashes with it, against
    // robots.
    '/usr/share/lua/5.1/sputnik/actions/wiki.lua',
  ],
  truth: {
    mechanism: ['session-cookie', 'token-cookie'],
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: /^Sputnik_/, role: ['session', 'remember-me', 'access-token'] },
      { carrier: 'body', name: /post_token/, role: 'csrf' },
      { carrier: 'body', name: /./, role: 'other' },
      { carrier: 'url', name: /./, role: 'other' },
    ],
  },
  proof: {
    url: /wiki\.cgi\?p=(index|history)$/,
    knows: ({ status, body }) => status === 200 && body.includes('sputnik%2Flogout'),
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const conf = scratch.write(
    'conf.lua',
    `return {
  VERSIUM_PARAMS = { '${scratch.open('data')}/' },
  BASE_URL = '${WIKI}?',
  PASSWORD_SALT = 'a salt of this wiki',
  TOKEN_SALT = 'another one',
}
`,
  );
  // The modules that it was written for left such globals behind.
  const globals = `md5, cosmo, lfs = require("md5"), require("cosmo"), require("lfs")
wsapi = { util = require("wsapi.util"), request = require("wsapi.request"), response = require("wsapi.response") }
require("sputnik.wsapi_app")`;
  const account = scratch.write(
    'account.lua',
    `${globals}
local wiki = sputnik.new(dofile("${conf}"))
wiki.auth = wiki.auth_mod.new(wiki, {})
assert(wiki.auth:add_user("${USER.name}", "${USER.password}", {}))
`,
  );
  scratch.run('lua5.1', [account]);
  scratch.run('chmod', ['-R', 'a+rwX', scratch.path('data')]);
  const script = scratch.write(
    'cgi/wiki.cgi',
    `#!/usr/bin/lua5.1
${globals}
require("wsapi.cgi").run(sputnik.wsapi_app.new(dofile("${conf}")))
`,
  );
  scratch.run('chmod', ['755', script]);
  return apache(scratch, {
    host: HOST,
    documentRoot: scratch.open('htdocs'),
    directives: `ScriptAlias /cgi-bin/ ${scratch.path('cgi')}/`,
  });
}

async function visit({ page, url, step }: Visit): Promise<void> {
  const wiki = `${url}${WIKI}?p=`;
  await step('anonymous');
  await page.goto(`${wiki}index`);
  await page.goto(`${wiki}history`);
  await step('failed-login');
  await logIn(page, wiki, 'wrong-password');
  await step('login');
  await logIn(page, wiki, USER.password);
  await page.waitForSelector(OUT);
  await step('use');
  await page.goto(`${wiki}index`);
  await page.goto(`${wiki}index.edit`);
  await page.type('textarea', 'A note about the engine. ');
  await clickThrough(page, '[name=action_save]');
  await page.goto(`${wiki}history`);
  await page.goto(`${wiki}index`);
  await page.reload();
  await page.waitForSelector(OUT);
  await step('logout');
  await clickThrough(page, OUT);
  await page.goto(`${wiki}history`);
  await step('login-2');
  await logIn(page, wiki, USER.password);
  await page.waitForSelector(OUT);
  await page.goto(`${wiki}index`);
}

/** What its fields are called is another hash each time. */
async function logIn(page: Page, wiki: string, password: string): Promise<void> {
  await page.goto(`${wiki}sputnik/login`);
  await page.type('form[method=post] input[type=text]', USER.name);
  await page.type('input[type=password]', password);
  await clickThrough(page, 'form[method=post] [type=submit]');
}
