import type { Page } from 'puppeteer-core';
import { clickThrough, retype } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { programEnv, programFile } from './support/program.js';
import type { Scratch } from './support/scratch.js';
import { copyTree } from './support/tree.js';

const HOST = 'aspnet-forms.test';

/**
 * ASP.NET Web Forms on Mono: forms authentication beside a session that says nothing of who it is.
 */
export const application: Application = {
  name: 'aspnet-forms',
  kind: 'application',
  language: 'C#',
  packages: ['apache2', 'mono-fastcgi-server4', 'libmono-system-web4.0-cil', 'mono-mcs'],
  docs: [
    // FormsAuthentication.RedirectFromLoginPage, SignOut; the ticket ".ASPXAUTH" (Mono:
    // ".MONOAUTH"), encrypted.
    'https://learn.microsoft.com/en-us/previous-versions/aspnet/xdt4thhy(v=vs.100)',
    'https://github.com/mono/mono/blob/mono-6.8.0.105/mcs/class/System.Web/System.Web.Security/FormsAuthentication.cs',
    // ASP.NET_SessionId; __VIEWSTATE and __EVENTVALIDATION are the state of the page.
    'https://learn.microsoft.com/en-us/previous-versions/aspnet/ms178581(v=vs.100)',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: /^\.(ASPX|MONO)AUTH$/, role: 'session' },
      // The session's state outlives both login and logout, and holds what was typed.
      { carrier: 'cookie', name: 'ASP.NET_SessionId', role: ['session', 'other'] },
      { carrier: 'cookie', name: 'paper', role: 'preference' },
      { carrier: 'body', name: /__(VIEWSTATE|EVENTVALIDATION|VIEWSTATEGENERATOR)/, role: 'other' },
      { carrier: 'url', name: /^(paper|ReturnUrl)$/i, role: 'other' },
    ],
  },
  proof: { url: /\/Orders\.aspx$/, knows: ({ status }) => status === 200 },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const root = copyTree(scratch, programFile('aspnet-forms'));
  const port = await freePort();
  const args = [`--socket=tcp:127.0.0.1:${port}`, `--root=${root}`, '--applications=/:.'];
  const env = { ...programEnv(port), HOME: scratch.folder };
  scratch.serve('fastcgi-mono-server4', args, { cwd: root, env });
  await waitUntilUp(port);
  return apache(scratch, {
    host: HOST,
    documentRoot: root,
    modules: ['proxy', 'proxy_fcgi'],
    directives: `ProxyPass / fcgi://127.0.0.1:${port}${root}/`,
  });
}

async function visit({ page, url, step }: Visit): Promise<void> {
  await step('anonymous');
  await page.goto(`${url}/Default.aspx`);
  await clickThrough(page, '#theme');
  await clickThrough(page, 'a[href="Orders.aspx"]');
  await step('failed-login');
  await logIn(page, 'wrong-password');
  await step('login');
  await logIn(page, USER.password);
  await page.waitForSelector('#logout');
  await step('use');
  await page.goto(`${url}/Stock.aspx`);
  await page.goto(`${url}/Orders.aspx`);
  await retype(page, '#Order', 'Two reams');
  await clickThrough(page, '#Send');
  await page.goto(`${url}/Default.aspx`);
  await page.goto(`${url}/Orders.aspx`);
  await page.reload();
  await step('logout');
  await clickThrough(page, '#logout');
  await page.goto(`${url}/Orders.aspx`);
  await step('login-2');
  await logIn(page, USER.password);
  await page.waitForSelector('#logout');
  await page.goto(`${url}/Orders.aspx`);
}

async function logIn(page: Page, password: string): Promise<void> {
  await retype(page, '#UserName', USER.name);
  await retype(page, '#UserPass', password);
  await clickThrough(page, '#Submit1');
}
