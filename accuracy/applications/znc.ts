import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { clickThrough, retype } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';

const HOST = 'znc.test';
const ADMIN = '/mods/global/webadmin';
const OUT = '.logoutbox a[href$="/logout"]';

/**
 * An IRC bouncer with its web administration: a session of its own, and a value against forgery
 * derived from it.
 */
export const application: Application = {
  name: 'znc',
  kind: 'application',
  language: 'C++',
  packages: ['znc'],
  docs: [
    // SendCookie("SessionId"): the port and a dash before the name, with every page; a SHA-256 of
    // random characters, address and time. GetCSRFCheck: its MD5. Logout: SetUser(NULL), same id.
    'https://github.com/znc/znc/blob/znc-1.8.2/src/WebModules.cpp',
    // "; HttpOnly; path=/;", "SameSite=Strict;".
    'https://github.com/znc/znc/blob/znc-1.8.2/src/HTTPSock.cpp',
    '/usr/share/znc/webskins/_default_/tmpl/_csrf_check.tmpl',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      // A page of a module may set another one (m_sModName).
      {
        carrier: 'cookie',
        name: /^(Mod-\w+-)?\d+-SessionId$/,
        role: 'session',
        format: 'opaque',
      },
      {
        carrier: 'body',
        name: /^(_CSRF_Check|input\[_CSRF_Check\])$/,
        role: 'csrf',
        format: 'opaque',
      },
      { carrier: 'url', name: /./, role: 'other' },
    ],
  },
  proof: {
    url: /\/mods\/global\/webadmin\/listusers/,
    knows: ({ status, body }) => status === 200 && body.includes('edituser'),
  },
  async start(scratch) {
    const port = await freePort();
    const salt = 'a-salt-of-20-letters';
    const hash = createHash('sha256').update(`${USER.password}${salt}`).digest('hex');
    scratch.write(
      'data/configs/znc.conf',
      `Version = 1.8.2
LoadModule = webadmin
<Listener l>
  Port = ${port}
  IPv4 = true
  IPv6 = false
  SSL = false
  AllowIRC = false
</Listener>
<User ${USER.name}>
  Admin = true
  Nick = ${USER.name}
  AltNick = ${USER.name}_
  LoadModule = notes
  <Pass password>
    Method = sha256
    Hash = ${hash}
    Salt = ${salt}
  </Pass>
</User>
`,
    );
    // It waits before it runs as root.
    const user = 'nobody';
    scratch.run('chown', ['-R', user, scratch.path('data')]);
    scratch.serve('znc', ['--foreground', '--datadir', scratch.path('data')], { user });
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.goto(`${url}${ADMIN}/listusers`);
    await step('failed-login');
    await logIn(page, url, 'wrong-password');
    await step('login');
    await logIn(page, url, USER.password);
    await page.waitForSelector(OUT);
    await step('use');
    await clickThrough(page, `a[href="${ADMIN}/edituser"]`);
    await retype(page, 'input[name=realname]', 'Ada Lovelace');
    await clickThrough(page, 'input[name=submit_return], input[type=submit]');
    await page.goto(`${url}${ADMIN}/addnetwork?user=${USER.name}`);
    await page.type('input[name=name]', 'example');
    await clickThrough(page, 'input[name=submit_return], input[type=submit]');
    await page.goto(`${url}/mods/user/notes/`);
    await page.goto(`${url}${ADMIN}/traffic`);
    await page.goto(`${url}${ADMIN}/listusers`);
    await page.reload();
    await step('logout');
    await clickThrough(page, OUT);
    await page.goto(`${url}${ADMIN}/listusers`);
    await step('login-2');
    await logIn(page, url, USER.password);
    await page.waitForSelector(OUT);
    await page.goto(`${url}${ADMIN}/listusers`);
  },
};

async function logIn(page: Page, url: string, password: string): Promise<void> {
  await page.goto(`${url}/`);
  await page.type('#user', USER.name);
  await page.type('#pass', password);
  await clickThrough(page, '.loginbox input[type=submit]');
}
