import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { npmPackages } from './support/npm-package.js';

const HOST = 'redis-commander.test';

/** Redis Commander in front of Debian's Redis: JWTs in sessionStorage, renewed every 20 seconds. */
export const application: Application = {
  name: 'redis-commander',
  kind: 'application',
  language: 'JavaScript',
  packages: ['redis-server'],
  docs: [
    // "HTTP_USER / HTTP_PASSWORD … http auth": a form, whose answer has two tokens.
    'https://github.com/joeferner/redis-commander#readme',
    // jwtSign: HS256, 60 seconds; `singleUse` for downloads and imports
    // (`redisCommanderQueryToken`).
    'node_modules/redis-commander/lib/app.js',
    // sessionStorage; refreshToken() every 20 seconds; cleared when the page is left.
    'node_modules/redis-commander/web/views/home/home.ejs',
  ],
  noSecondLogin: 'it has no logout: the tokens are forgotten when the page is closed',
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      {
        carrier: 'sessionStorage',
        name: /^redisCommander(?:Bearer|Query)Token$/,
        role: 'access-token',
        format: 'jwt',
      },
      { carrier: 'body', name: /^\/(?:bearer|query)Token$/, role: 'access-token', format: 'jwt' },
      {
        carrier: 'body',
        name: 'redisCommanderQueryToken',
        role: 'access-token',
        format: 'jwt',
      },
      // Which connection is meant, and what jQuery adds so that nothing comes from the cache.
      { carrier: 'url', name: '_', role: 'other' },
    ],
  },
  proof: { url: /\/connections$/, knows: ({ status }) => status === 200 },
  async start(scratch) {
    const { node, path } = npmPackages('redis-commander');
    const redis = await freePort();
    const at = ['--port', String(redis), '--bind', '127.0.0.1', '--dir', scratch.folder];
    scratch.serve('redis-server', [...at, '--save', '']);
    await waitUntilUp(redis);
    scratch.run('redis-cli', ['-p', String(redis), 'set', 'greeting', 'Hello']);
    scratch.run('redis-cli', ['-p', String(redis), 'hset', 'ship', 'name', 'Beagle', 'crew', '74']);
    const port = await freePort();
    scratch.serve(node, [
      path('redis-commander/bin/redis-commander.js'),
      '--address',
      '127.0.0.1',
      '--port',
      String(port),
      '--nosave',
      '--noload',
      '--redis-host',
      '127.0.0.1',
      '--redis-port',
      String(redis),
      '--http-auth-username',
      USER.name,
      '--http-auth-password',
      USER.password,
    ]);
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  async visit(visit) {
    const { page, url, step } = visit;
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.waitForSelector('#signinModal.in #signinUsername');
    await page.evaluate(`fetch('connections').then((answer) => answer.status)`);
    await step('failed-login');
    await signIn(visit, 'something else');
    await step('login');
    await signIn(visit, USER.password);
    await page.waitForSelector('#keyTree a.jstree-anchor');
    await step('use');
    await look(visit);
    await page.reload();
    await page.waitForSelector('#keyTree a.jstree-anchor');
    await bringIn(visit);
    await step('refresh');
    // The page asks for new tokens by itself, every 20 seconds.
    await page.waitForResponse((answer) => answer.url().endsWith('/signin'), { timeout: 40_000 });
    await page.evaluate(`$.get('connections').then(() => true)`);
  },
};

async function signIn({ page }: Visit, password: string): Promise<void> {
  await page.waitForSelector('#signinModal.in #signinUsername', { visible: true });
  await page.type('#signinUsername', USER.name);
  await page.type('#signinPassword', password);
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/signin'));
  await page.click('#signinButton');
  await answered;
}

async function look({ page }: Visit): Promise<void> {
  const run = async (script: string, answer: RegExp) => {
    await Promise.all([
      page.waitForResponse((one) => answer.test(one.url())),
      page.evaluate(script),
    ]);
  };
  await page.waitForFunction(`$('#keyTree a').text().includes('greeting')`);
  await run(`$('#keyTree a:contains(greeting)').click() && undefined`, /\/key\//);
  await run(`$('#redisExportData').click() && undefined`, /forms\/export/);
}

/** The import is told who asks in a field of its form. */
async function bringIn({ page }: Visit): Promise<void> {
  await page.evaluate(`$('#redisImportData').click() && undefined`);
  await page.waitForSelector('#importData');
  await page.type('#importData', 'SET visitor ada');
  await page.evaluate(`$('#redisImportForm').submit() && undefined`);
  await page.waitForFunction(`$('#body').text().includes('Inserted')`);
}
