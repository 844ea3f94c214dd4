import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Application } from './support/application.js';
import { outerAddress, passOn } from './support/pass-on.js';
import type { Scratch } from './support/scratch.js';
import { systemUser } from './support/system-user.js';

const HOST = 'cups.test';

/**
 * CUPS's web interface: HTTP Basic for users of the machine, and an anti-forgery cookie that its
 * forms repeat.
 */
export const application: Application = {
  name: 'cups',
  kind: 'application',
  language: 'C',
  packages: ['cups', 'cups-daemon'],
  docs: [
    // "AuthType Basic … Authenticate using PAM".
    'https://www.cups.org/doc/man-cupsd.conf.html',
    // cgiInitialize(): data of a POST counts only where its `org.cups.sid` is that of the cookie.
    'https://github.com/OpenPrinting/cups/blob/v2.4.2/cgi-bin/var.c',
  ],
  noSecondLogin: 'a browser sends name and password until it is closed (RFC 9110 §11.6.1)',
  truth: {
    mechanism: 'basic',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'basic', format: 'basic' },
      { carrier: 'cookie', name: 'org.cups.sid', role: 'csrf', format: 'opaque' },
      { carrier: 'body', name: /^(?:input\[)?org\.cups\.sid\]?$/i, role: 'csrf' },
    ],
  },
  proof: { url: /\/admin\/conf\/cupsd\.conf$/, knows: ({ status }) => status === 200 },
  start,
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.goto(`${url}/admin/conf/cupsd.conf`).catch(() => undefined);
    await step('login');
    await page.authenticate({ username: USER.name, password: USER.password });
    await page.goto(`${url}/admin/conf/cupsd.conf`);
    await step('use');
    await use(page, url);
  },
};

async function use(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/admin`);
  await page.goto(`${url}/printers/press`);
  await page.reload();
  // What is chosen is done at once.
  await Promise.all([
    page.waitForNavigation(),
    page.select('form[name=maintenance] select[name=OP]', 'stop-printer'),
  ]);
  await page.waitForFunction(`document.body.innerText.includes('paused')`);
  await page.goto(`${url}/jobs/`);
  await clickThrough(page, 'a[href="/admin"], a[href="/admin/"]');
  await page.goto(`${url}/admin/log/error_log`);
  await page.goto(`${url}/admin/conf/cupsd.conf`);
}

async function start(scratch: Scratch) {
  const port = await freePort();
  for (const folder of ['etc/ppd', 'etc/ssl', 'cache', 'spool/tmp', 'state/certs', 'log'])
    scratch.run('mkdir', ['-p', scratch.path(folder)]);
  const files = scratch.write('etc/cups-files.conf', fileConfiguration(scratch));
  const config = scratch.write('etc/cupsd.conf', configuration(scratch, port));
  scratch.write('etc/printers.conf', PRINTERS);
  systemUser(['lpadmin']);
  scratch.serve('/usr/sbin/cupsd', ['-f', '-c', config, '-s', files]);
  // By the loopback address it answers to no other name than `localhost`.
  const near = await passOn(port);
  return { url: `http://${HOST}:${near}`, stop: () => scratch.stop() };
}

function fileConfiguration(scratch: Scratch): string {
  return `SystemGroup lpadmin
FileDevice Yes
ServerRoot ${scratch.path('etc')}
CacheDir ${scratch.path('cache')}
RequestRoot ${scratch.path('spool')}
TempDir ${scratch.path('spool/tmp')}
StateDir ${scratch.path('state')}
AccessLog ${scratch.path('log/access_log')}
ErrorLog ${scratch.path('log/error_log')}
PageLog ${scratch.path('log/page_log')}
`;
}

function configuration(scratch: Scratch, port: number): string {
  return `Listen ${outerAddress()}:${port}
Listen ${scratch.path('state/cups.sock')}
ServerAlias *
Browsing No
WebInterface Yes
DefaultAuthType Basic
DefaultEncryption Never
IdleExitTimeout 0
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  AuthType Default
  Require user @SYSTEM
</Location>
<Policy default>
  <Limit All>
    AuthType Default
    Require user @SYSTEM
    Order deny,allow
  </Limit>
  <Limit Get-Printer-Attributes Get-Jobs Get-Job-Attributes CUPS-Get-Printers CUPS-Get-Classes CUPS-Get-Default>
    Order deny,allow
  </Limit>
</Policy>
`;
}

const PRINTERS = `<Printer press>
Info press
DeviceURI file:///dev/null
State Idle
Accepting Yes
Shared No
</Printer>
`;
