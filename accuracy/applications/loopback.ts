import { clickThrough, retype, waitForText } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { npmPackages } from './support/npm-package.js';
import { programEnv, programFile } from './support/program.js';

const HOST = 'loopback.test';

/**
 * LoopBack 3 with its built-in users: a random token, sent bare in Authorization, or in the
 * address.
 */
export const application: Application = {
  name: 'loopback',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "POST /Users/login … {id, ttl, created, userId}: id is the access token"; "?access_token=" or
    // "Authorization: " with the token alone; "POST /Users/logout" deletes it.
    'https://loopback.io/doc/en/lb3/Making-authenticated-requests.html',
    // "$LoopBack$accessTokenId", "currentUserId", "rememberMe": LoopBackAuth.save().
    'https://loopback.io/doc/en/lb3/AngularJS-JavaScript-SDK.html',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'opaque' },
      { carrier: 'url', name: 'access_token', role: 'access-token', format: 'opaque' },
      {
        carrier: 'localStorage',
        name: '$LoopBack$accessTokenId',
        role: 'access-token',
        format: 'opaque',
      },
      { carrier: 'localStorage', name: /^\$LoopBack\$(currentUserId|rememberMe)$/, role: 'other' },
      { carrier: 'localStorage', name: 'layout', role: 'preference' },
      { carrier: 'body', name: '/id', role: 'access-token', format: 'opaque' },
      { carrier: 'body', name: /./, role: 'other' },
    ],
  },
  proof: { url: /\/api\/Books$/, knows: ({ status }) => status === 200 },
  async start(scratch) {
    const { node, path } = npmPackages('loopback');
    const port = await freePort();
    const env = { ...programEnv(port), PACKAGES: path('_') };
    scratch.serve(node, [programFile('loopback.cjs')], { env });
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  async visit({ page, url, step }) {
    const press = async (button: string, answer: string) => {
      await page.click(button);
      await waitForText(page, '#said', answer);
    };
    const logIn = async (password: string, answer: string) => {
      await retype(page, 'input[name=username]', USER.name);
      await retype(page, 'input[name=password]', password);
      await press('#login button', answer);
    };
    await step('anonymous');
    await page.goto(`${url}/`);
    await press('#wide', 'wide');
    await press('#load', 'refused');
    await step('failed-login');
    await logIn('wrong-password', 'failed');
    await step('login');
    await logIn(USER.password, 'logged in');
    await step('use');
    await press('#load', 'books');
    await press('#add', 'added');
    await clickThrough(page, '#download');
    await page.goto(`${url}/`);
    await press('#load', 'books');
    await page.reload();
    await press('#load', 'books');
    await step('logout');
    await press('#out', 'logged out');
    await press('#load', 'refused');
    await step('login-2');
    await logIn(USER.password, 'logged in');
    await press('#load', 'books');
  },
};
