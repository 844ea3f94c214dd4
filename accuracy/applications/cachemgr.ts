import { clickThrough, retype } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'cachemgr.test';

/**
 * Squid's cache manager, a CGI in C++: name, time and password, in base64, in the address of every
 * page.
 */
export const application: Application = {
  name: 'cachemgr',
  kind: 'application',
  language: 'C++',
  packages: ['squid-cgi', 'squid', 'apache2'],
  docs: [
    // make_pub_auth: base64 of "host|time|user|password"; decode_pub_auth: refused after three
    // hours.
    'https://github.com/squid-cache/squid/blob/SQUID_5_7/tools/cachemgr.cc',
    // "cachemgr_passwd password action…": one password, no user.
    'http://www.squid-cache.org/Doc/config/cachemgr_passwd/',
  ],
  noSecondLogin: 'there is no logout: the address with the password is good for three hours',
  truth: {
    // The value is good by itself until its time is over, and nothing on the server stands behind
    // it.
    mechanism: ['session-url', 'bearer-token', 'api-key'],
    host: HOST,
    credentials: [
      { carrier: 'url', name: 'auth', role: ['session', 'access-token', 'api-key', 'basic'] },
      { carrier: 'url', name: /^(?!auth$)/, role: 'other' },
    ],
  },
  proof: {
    url: /operation=info.*auth=/,
    parameters: ['auth'],
    knows: ({ status, body }) => status === 200 && body.includes('Squid Object Cache'),
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const port = await freePort();
  const config = scratch.write(
    'squid.conf',
    `http_port 127.0.0.1:${port}
visible_hostname localhost
cachemgr_passwd ${USER.password} all
http_access allow localhost manager
http_access deny all
access_log none
cache_log ${scratch.path('state/cache.log')}
cache_store_log none
pid_filename ${scratch.path('state/squid.pid')}
coredump_dir ${scratch.open('state')}
netdb_filename none
pinger_enable off
cache_mem 8 MB
shutdown_lifetime 1 seconds
`,
  );
  scratch.serve('squid', ['-N', '-f', config]);
  await waitUntilUp(port);
  const folder = scratch.open('cgi');
  scratch.run('cp', ['/usr/lib/cgi-bin/cachemgr.cgi', folder]);
  // It looks beside itself for whom it may ask.
  scratch.write('cgi/cachemgr.conf', `127.0.0.1:${port}\n`);
  return apache(scratch, {
    host: HOST,
    documentRoot: scratch.open('htdocs'),
    directives: `ScriptAlias /cgi-bin/ ${folder}/`,
  });
}

async function visit({ page, url, step }: Visit): Promise<void> {
  const script = `${url}/cgi-bin/cachemgr.cgi`;
  const open = (name: string) => clickThrough(page, `a[href*="operation=${name}&"]`);
  const logIn = async (password: string) => {
    await page.goto(script);
    await retype(page, 'input[name=user_name]', USER.name);
    await page.type('input[name=passwd]', password);
    await clickThrough(page, 'input[type=submit]');
  };
  await step('anonymous');
  await page.goto(script);
  await step('failed-login');
  await logIn('wrong-password');
  await step('login');
  await logIn(USER.password);
  await step('use');
  for (const name of ['info', 'mem', 'counters', 'info']) {
    await open(name);
    await open('menu');
  }
  await open('info');
  await page.reload();
}
