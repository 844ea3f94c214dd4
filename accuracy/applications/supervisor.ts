import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { dialogVisit } from './support/dialog-visit.js';

const HOST = 'supervisor.test';

/**
 * Supervisor's status page behind `inet_http_server` with a name and a password: HTTP Basic alone.
 */
export const application: Application = {
  name: 'supervisor',
  kind: 'application',
  language: 'Python',
  packages: ['supervisor'],
  docs: [
    // "The username required for authentication to the HTTP/Unix Server".
    'http://supervisord.org/configuration.html#inet-http-server-section-settings',
    // supervisor_auth_handler: medusa's Basic handler; web.py sets no cookie.
    '/usr/lib/python3/dist-packages/supervisor/http.py',
  ],
  noSecondLogin: 'a browser sends name and password until it is closed (RFC 9110 §11.6.1)',
  truth: {
    mechanism: 'basic',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'basic', format: 'basic' },
      // What to do with which program, and what came of it.
      { carrier: 'url', name: /^(?:action|processname|message|limit)$/, role: 'other' },
    ],
  },
  proof: { url: /\/(?:index\.html)?(?:\?|$)/, knows: ({ status }) => status < 400 },
  async start(scratch) {
    const port = await freePort();
    const config = scratch.write(
      'supervisord.conf',
      `[supervisord]
user=root
pidfile=${scratch.path('supervisord.pid')}
logfile=${scratch.path('supervisord.out')}
childlogdir=${scratch.path()}

[inet_http_server]
port=127.0.0.1:${port}
username=${USER.name}
password=${USER.password}

[rpcinterface:supervisor]
supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface

[program:mill]
command=/bin/sh -c "echo the mill turns; exec sleep 3600"
startsecs=0

[program:store]
command=sleep 3600
startsecs=0
`,
    );
    scratch.serve('supervisord', ['-n', '-c', config]);
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  visit: dialogVisit(use),
};

async function use(page: Page, url: string): Promise<void> {
  await press(page, 'action=stop');
  await press(page, 'action=start');
  await press(page, 'action=clearlog');
  await press(page, 'action=restartall');
  await page.goto(`${url}/tail.html?processname=mill`);
  await page.goto(`${url}/`);
  await page.reload();
}

async function press(page: Page, part: string): Promise<void> {
  await clickThrough(page, `a[href*="${part}"]`);
}
