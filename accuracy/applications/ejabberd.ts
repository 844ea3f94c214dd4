import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'ejabberd.test';

/** ejabberd's web admin: HTTP Basic alone. */
export const application: Application = {
  name: 'ejabberd',
  kind: 'application',
  language: 'Erlang',
  packages: ['ejabberd'],
  docs: [
    // "ejabberd Web Admin … login with username and password of an account with administrator
    // rights".
    'https://docs.ejabberd.im/admin/guide/managing/#web-admin',
    // process(): `{401, [{"WWW-Authenticate", "basic realm=\"ejabberd\""}]}`; no cookie anywhere.
    'https://github.com/processone/ejabberd/blob/23.01/src/ejabberd_web_admin.erl',
  ],
  noSecondLogin: 'a browser sends name and password until it is closed (RFC 9110 §11.6.1)',
  truth: {
    mechanism: 'basic',
    host: HOST,
    credentials: [{ carrier: 'header', name: 'authorization', role: 'basic', format: 'basic' }],
  },
  proof: { url: /\/admin\/$/, knows: ({ status }) => status === 200 },
  start,
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/admin/`).catch(() => undefined);
    await step('login');
    await page.authenticate({ username: USER.name, password: USER.password });
    await page.goto(`${url}/admin/`);
    await step('use');
    await use(page, url);
  },
};

async function use(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/admin/vhosts/`);
  await page.goto(`${url}/admin/server/${HOST}/users/`);
  await page.type('input[name=newusername]', 'charles');
  await page.type('input[name=newuserpassword]', 'difference-engine');
  await clickThrough(page, 'input[name=addnewuser]');
  await page.goto(`${url}/admin/server/${HOST}/user/charles/`);
  await page.goto(`${url}/admin/server/${HOST}/stats/`);
  await page.goto(`${url}/admin/nodes/`);
  await page.goto(`${url}/admin/`);
  await page.reload();
}

async function start(scratch: Scratch) {
  const [port, epmd] = await Promise.all([freePort(), freePort()]);
  const config = scratch.write(
    'ejabberd.yml',
    `hosts: [${HOST}]
loglevel: warning
listen:
  - port: ${port}
    ip: "127.0.0.1"
    module: ejabberd_http
    request_handlers: { /admin: ejabberd_web_admin }
auth_method: internal
acl: { admin: { user: ["${USER.name}@${HOST}"] } }
access_rules: { configure: { allow: admin } }
modules: { mod_admin_extra: {}, mod_last: {}, mod_roster: {}, mod_offline: {}, mod_stats: {} }
`,
  );
  const user = 'ejabberd';
  const own = ['--node', 'credtrail@localhost', '--config', config];
  const ctl = scratch.write('ejabberdctl.cfg', '');
  const folders = [
    '--ctl-config',
    ctl,
    '--logs',
    scratch.open('log'),
    '--spool',
    scratch.open('spool'),
  ];
  const options = { user, env: { ERL_EPMD_PORT: String(epmd), HOME: scratch.path('spool') } };
  // Not left to Erlang, which starts one that outlives it.
  scratch.serve('epmd', ['-port', String(epmd)]);
  await waitUntilUp(epmd);
  scratch.serve('ejabberdctl', [...own, ...folders, 'foreground'], options);
  await waitUntilUp(port).catch(() => waitUntilUp(port));
  const register = ['register', USER.name, HOST, USER.password];
  scratch.run('ejabberdctl', [...own, ...folders, ...register], options);
  return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
}
