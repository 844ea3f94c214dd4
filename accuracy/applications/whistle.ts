import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { dialogVisit } from './support/dialog-visit.js';
import { npmPackages } from './support/npm-package.js';

const HOST = 'whistle.test';

/**
 * Whistle, a debugging proxy with pages of its own: the password dialog once, then a cookie made of
 * it too.
 */
export const application: Application = {
  name: 'whistle',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // verifyLogin: cookie `whistle_lk_NAME` is a hash of name, password and the client's address,
    // for three days, the same at each login; else Basic, or ?authorization=.
    'node_modules/whistle/biz/webui/lib/index.js',
    // "-n, --username", "-w, --password": of the pages.
    'https://wproxy.org/en/docs/cli.html',
  ],
  noSecondLogin: 'a browser answers challenges until it is closed (RFC 9110 §11.6.1)',
  truth: {
    mechanism: ['basic', 'hybrid', 'session-cookie', 'token-cookie'],
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'basic', format: 'basic' },
      { carrier: 'cookie', name: 'whistle_lk_ada', role: ['session', 'remember-me'] },
      // Tells the pages of one browser apart; in the addresses that are asked again and again.
      {
        carrier: 'url',
        name: /^(clientId|_|startTime|ids|count|lastRowId)$/,
        role: ['other', 'device'],
      },
      { carrier: 'url', name: /./, role: 'other' },
      { carrier: 'body', name: /./, role: ['other', 'device'] },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'sessionStorage', name: /./, role: ['preference', 'other'] },
    ],
  },
  proof: { url: /\/cgi-bin\/(init|rules\/list|get-data)/, knows: ({ status }) => status === 200 },
  async start(scratch) {
    const { node, path } = npmPackages('whistle');
    const port = await freePort();
    const state = scratch.open('state');
    const listen = ['-H', '127.0.0.1', '-p', String(port), '-l', HOST];
    const login = ['-n', USER.name, '-w', USER.password];
    const program = path('whistle/bin/whistle.js');
    scratch.serve(node, [program, 'run', ...listen, ...login, '-D', state]);
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  visit: dialogVisit(async (page, url) => {
    for (const part of ['rules', 'values', 'network']) {
      await page.goto(`${url}/?from=${part}#${part}`);
      await page.waitForSelector('.w-menu');
      await page.waitForResponse((answer) => answer.url().includes('/get-data'));
    }
    await page.reload();
    await page.waitForResponse((answer) => answer.url().includes('/cgi-bin/init'));
  }),
};
