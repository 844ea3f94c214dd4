import { freePort } from '../support/serve.js';
import { retype } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { npmPackages } from './support/npm-package.js';

const HOST = 'thelounge.test';

/** The Lounge, an IRC client: who logged in is told over a socket, with a token of localStorage. */
export const application: Application = {
  name: 'thelounge',
  kind: 'application',
  language: 'TypeScript',
  packages: [],
  docs: [
    // "users can log in from several devices … sessions"; config `public: false`.
    'https://thelounge.chat/docs/configuration',
    // performAuthentication: `auth:perform` brings user and password, or user and token;
    // generateToken: 64 random bytes, of which the server keeps a hash among `sessions`.
    'node_modules/thelounge/dist/server/server.js, client.js',
    // "sid … the id of the session" of a transport, "t … a random string" against caches.
    'https://socket.io/docs/v4/how-it-works/',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      {
        carrier: 'localStorage',
        name: 'token',
        role: ['session', 'access-token'],
        format: 'opaque',
      },
      { carrier: 'localStorage', name: /^(?!token$)/, role: ['preference', 'other'] },
      { carrier: 'sessionStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'url', name: /^(?:sid|t|EIO|transport)$/, role: 'other' },
      { carrier: 'body', name: '/sid', role: 'other' },
      { carrier: 'body', name: /token$/, role: ['session', 'access-token'] },
    ],
  },
  // `auth:perform` sends it, in packets that are no JSON as a whole.
  findings: { asked: [{ ruleId: 'token-over-http', name: /token$/ }] },
  async start(scratch) {
    const { node, path } = npmPackages('thelounge');
    const port = await freePort();
    // It speaks by polling, as behind some proxies: such packets are bodies.
    const transports = ['polling'];
    const more = { prefetch: false, messageStorage: [], transports };
    const config = { public: false, host: '127.0.0.1', port, ...more };
    scratch.write('home/config.js', `module.exports = ${JSON.stringify(config)};\n`);
    scratch.open('home/users');
    const options = { env: { THELOUNGE_HOME: scratch.path('home') } };
    const program = path('thelounge/index.js');
    scratch.run(node, [program, 'add', USER.name, '--password', USER.password], options);
    // It asks GitHub for its newest release, and would end where nothing answers.
    const stay = scratch.write('stay.cjs', `process.on('uncaughtException', console.error);\n`);
    scratch.serve(node, ['--require', stay, program, 'start'], options);
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  async visit(visit) {
    const { page, url, step } = visit;
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.waitForSelector('#sign-in');
    await step('failed-login');
    await logIn(visit, 'something else');
    await page.waitForSelector('#sign-in .error');
    await step('login');
    await logIn(visit, USER.password);
    await page.waitForSelector('#footer .settings');
    await step('use');
    for (const tab of ['general', 'appearance', 'account']) {
      await page.evaluate(`location.hash = '#/settings/${tab === 'general' ? '' : tab}'`);
      await page.waitForSelector('#settings');
      if (tab === 'appearance')
        await page.click(
          'input[name=compactMode], input[name=colorizeNicks], #settings input[type=checkbox]',
        );
    }
    await page.reload();
    await page.waitForSelector('#footer .settings');
    await page.evaluate(`location.hash = '#/settings/account'`);
    await page.waitForSelector('.session-list .session-item, .session-list');
    await step('logout');
    await page.waitForSelector('.session-list');
    await page.evaluate(
      "[...document.querySelectorAll('#settings button')].find((one) => /sign " +
        'out/i.test(one.innerText)).click()',
    );
    await page.waitForSelector('#sign-in');
    await step('login-2');
    await logIn(visit, USER.password);
    await page.waitForSelector('#footer .settings');
  },
};

async function logIn({ page }: Visit, password: string): Promise<void> {
  await page.waitForSelector('#signin-username', { visible: true });
  await retype(page, '#signin-username', USER.name);
  await retype(page, '#signin-password', password);
  await page.click('#sign-in button[type=submit]');
}
