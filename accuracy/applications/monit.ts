import { chmodSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { dialogVisit } from './support/dialog-visit.js';

const HOST = 'monit.test';

/** Monit's own pages: HTTP Basic, and an anti-forgery cookie that its forms repeat. */
export const application: Application = {
  name: 'monit',
  kind: 'application',
  language: 'C',
  packages: ['monit'],
  docs: [
    // "allow username:password … Basic Authentication".
    'https://mmonit.com/monit/documentation/monit.html#MONIT-HTTPD',
    // "securitytoken": cookie set on every page, compared with the form's hidden field (double
    // submit).
    'https://bitbucket.org/tildeslash/monit/src/release-5-33-0/src/http/cervlet.c',
  ],
  noSecondLogin: 'a browser sends name and password until it is closed (RFC 9110 §11.6.1)',
  truth: {
    mechanism: 'basic',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'basic', format: 'basic' },
      { carrier: 'cookie', name: 'securitytoken', role: 'csrf', format: 'opaque' },
      { carrier: 'body', name: /^(?:input\['?)?securitytoken(?:'?\])?$/, role: 'csrf' },
    ],
  },
  proof: { url: /\/(?:_runtime)?$/, knows: ({ status }) => status === 200 },
  async start(scratch) {
    const port = await freePort();
    const watched = scratch.write('watched.txt', 'steam\n');
    const config = scratch.write(
      'monitrc',
      `set daemon 30
set pidfile ${scratch.path('monit.pid')}
set idfile ${scratch.path('monit.id')}
set statefile ${scratch.path('monit.state')}
set log ${scratch.path('monit.out')}
set httpd port ${port}
  use address 127.0.0.1
  allow ${USER.name}:"${USER.password}"
check file watched with path ${watched}
check filesystem scratch with path /
`,
    );
    // It refuses to read what others may read.
    chmodSync(config, 0o600);
    scratch.serve('monit', ['-I', '-c', config]);
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  visit: dialogVisit(use),
};

async function use(page: Page, url: string): Promise<void> {
  await clickThrough(page, 'a[href="watched"]');
  await clickThrough(page, 'input[type=submit][value="Disable monitoring"]');
  await page.goto(`${url}/watched`);
  await clickThrough(page, 'input[type=submit][value="Enable monitoring"]');
  await page.goto(`${url}/scratch`);
  await page.goto(`${url}/_runtime`);
  await page.goto(`${url}/`);
  await page.reload();
}
