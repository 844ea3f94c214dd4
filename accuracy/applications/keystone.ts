import { freePort } from '../support/serve.js';
import { retype, waitForText } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Running } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { programEnv, programFile } from './support/program.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'keystone.test';

/**
 * OpenStack's Identity service: a Fernet token that comes in one header and goes in another one.
 */
export const application: Application = {
  name: 'keystone',
  kind: 'application',
  language: 'Python',
  packages: ['python3-keystone'],
  docs: [
    // "The authentication token … is returned in the X-Subject-Token response header";
    // "X-Auth-Token". "Revoke token: DELETE /v3/auth/tokens, X-Subject-Token"; "audit_ids: … does
    // not log in".
    'https://docs.openstack.org/api-ref/identity/v3/#authentication-and-token-management',
    // "Fernet tokens … non-persistent, encrypted".
    'https://docs.openstack.org/keystone/latest/admin/fernet-token-faq.html',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'x-auth-token', role: 'access-token' },
      { carrier: 'header', name: 'x-subject-token', role: 'access-token' },
      { carrier: 'sessionStorage', name: 'subjectToken', role: 'access-token' },
      { carrier: 'sessionStorage', name: /^(userId|expiresAt)$/, role: 'other' },
      { carrier: 'localStorage', name: 'density', role: 'preference' },
      { carrier: 'body', name: /./, role: 'other' },
    ],
  },
  proof: { url: /\/v3\/auth\/projects$/, knows: ({ status }) => status === 200 },
  start,
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
    await press('#dense', 'dense');
    await press('#load', 'refused');
    await step('failed-login');
    await logIn('wrong-password', 'failed');
    await step('login');
    await logIn(USER.password, 'signed in');
    await step('use');
    await press('#load', 'projects');
    await press('#describe', 'described');
    await page.reload();
    await press('#load', 'projects');
    await press('#load', 'projects');
    await step('logout');
    await press('#out', 'signed out');
    await press('#load', 'refused');
    await step('login-2');
    await logIn(USER.password, 'signed in');
    await press('#load', 'projects');
  },
};

async function start(scratch: Scratch): Promise<Running> {
  const port = await freePort();
  const keys = scratch.path('fernet-keys');
  const config = scratch.write(
    'etc/keystone.conf',
    `[DEFAULT]
log_file = ${scratch.path('keystone.log')}
[database]
connection = sqlite:///${scratch.path('keystone.db')}
[token]
provider = fernet
[fernet_tokens]
key_repository = ${keys}
[credential]
key_repository = ${scratch.path('credential-keys')}
`,
  );
  const manage = (...args: string[]) =>
    scratch.run('/usr/bin/keystone-manage', ['--config-file', config, ...args]);
  manage('db_sync');
  manage('fernet_setup', '--keystone-user', 'root', '--keystone-group', 'root');
  const api = `http://${HOST}:${port}/v3/`;
  const bootstrap = ['--bootstrap-username', USER.name, '--bootstrap-password', USER.password];
  manage('bootstrap', ...bootstrap, '--bootstrap-public-url', api, '--bootstrap-region-id', 'one');
  const env = { ...programEnv(port), OS_KEYSTONE_CONFIG_DIR: scratch.path('etc') };
  scratch.serve('/usr/bin/python3', [programFile('openstack-identity.py')], { env });
  await waitUntilUp(port);
  return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
}
