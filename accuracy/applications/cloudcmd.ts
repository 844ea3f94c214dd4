import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { npmPackages } from './support/npm-package.js';

const HOST = 'cloudcmd.test';

/** Cloud Commander, a file manager behind HTTP Basic, with a socket for its console and editor. */
export const application: Application = {
  name: 'cloudcmd',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "--auth enable authorization", "--username", "--password".
    'https://cloudcmd.io (Usage)',
    // `httpAuth.basic({ realm: 'Cloud Commander' })`.
    'node_modules/cloudcmd/server/auth.js',
    // _check: `pass === criton(password, algo)`: `/api/v1/config` tells that hash, which nobody can
    // log in with.
    'node_modules/cloudcmd/server/auth.js, config.js',
    // data.FilePicker.key: names the application to that service, the same in every copy.
    'node_modules/cloudcmd/json/modules.json',
    // "sid … the id of the session" of a transport, "t … a random string" against caches.
    'https://socket.io/docs/v4/how-it-works/',
  ],
  noSecondLogin: 'a browser sends name and password until it is closed (RFC 9110 §11.6.1)',
  truth: {
    mechanism: 'basic',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'basic', format: 'basic' },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
      // "--export-token", "--import-token": for other servers, switched off and at their default.
      { carrier: 'body', name: /^\/(?:export|import|dropbox)Token$/, role: ['other', 'api-key'] },
      { carrier: 'body', name: '/password', role: 'other' },
      { carrier: 'body', name: '/data/FilePicker/key', role: ['api-key', 'other'] },
      { carrier: 'url', name: 'relative', role: 'other' },
      { carrier: 'url', name: /^(?:sid|t|EIO|transport)$/, role: 'other' },
    ],
  },
  proof: { url: /\/api\/v1\/fs\//, knows: ({ status }) => status === 200 },
  async start(scratch) {
    const { node, path } = npmPackages('cloudcmd');
    const root = scratch.open('files');
    scratch.write('files/letter.txt', 'Dear Charles\n');
    scratch.write('files/engine/notes.md', '# Notes\n');
    scratch.open('files/engine');
    const port = await freePort();
    const options = ['--auth', '--username', USER.name, '--password', USER.password];
    scratch.serve(
      node,
      [
        path('cloudcmd/bin/cloudcmd.mjs'),
        '--port',
        String(port),
        '--root',
        root,
        '--no-open',
        '--no-online',
        '--no-contact',
        ...options,
      ],
      { env: { HOME: scratch.folder } },
    );
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  async visit({ page, url, step }) {
    const open = async (path: string) => {
      await page.goto(`${url}${path}`);
      await page.waitForSelector('.fm .current-file');
    };
    await step('anonymous');
    await page.goto(`${url}/`).catch(() => undefined);
    await step('login');
    await page.authenticate({ username: USER.name, password: USER.password });
    await open('/');
    await step('use');
    await open('/fs/engine/');
    await page.reload();
    await page.waitForSelector('.fm .current-file');
    await page.evaluate(
      `fetch('/api/v1/fs/engine/plan.txt', { method: 'PUT', body: 'Bernoulli' }).then(() => true)`,
    );
    await open('/');
    await page.keyboard.press('F1');
    await page.evaluate(`fetch('/api/v1/fs/letter.txt').then((answer) => answer.text())`);
  },
};
