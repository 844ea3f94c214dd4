import { cpSync, existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { USER } from '../support/site.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'nagios.test';

/**
 * Nagios behind Apache's Basic authentication, with an anti-forgery cookie where commands are
 * given.
 */
export const application: Application = {
  name: 'nagios',
  kind: 'application',
  language: 'C, PHP',
  packages: ['apache2', 'libapache2-mod-php', 'apache2-utils', 'nagios4-core', 'nagios4-cgi'],
  docs: [
    // "CGI … authentication … HTTP authentication of the web server, REMOTE_USER".
    'https://assets.nagios.com/downloads/nagioscore/docs/nagioscore/4/en/cgiauth.html',
    // cmd.c: cookie NagFormId, compared with the form's `nagFormId`: "protect against CSRF".
    'https://github.com/NagiosEnterprises/nagioscore/blob/nagios-4.4.6/cgi/cmd.c',
  ],
  noSecondLogin: 'a browser sends name and password until it is closed (RFC 9110 §11.6.1)',
  truth: {
    mechanism: 'basic',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'basic', format: 'basic' },
      { carrier: 'cookie', name: 'NagFormId', role: 'csrf', format: 'opaque' },
      { carrier: 'body', name: /nagFormId/i, role: 'csrf' },
      {
        carrier: 'url',
        name: /^(?:host|service|type|style|cmd_typ|hostgroup|navbarsearch|corewindow|4\.4\.6)$/,
        role: 'other',
      },
    ],
  },
  proof: { url: /\/status\.cgi/, knows: ({ status }) => status === 200 },
  start,
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/nagios4/`).catch(() => undefined);
    await step('login');
    await page.authenticate({ username: USER.name, password: USER.password });
    await page.goto(`${url}/nagios4/`);
    await step('use');
    await use(page, url);
  },
};

async function use(page: Page, url: string): Promise<void> {
  const cgi = `${url}/cgi-bin/nagios4`;
  await page.goto(`${cgi}/tac.cgi`);
  await page.goto(`${cgi}/extinfo.cgi?type=1&host=engine`);
  // 1: add a comment to a host.
  await page.goto(`${cgi}/cmd.cgi?cmd_typ=1&host=engine`);
  await page.type('[name=com_data]', 'oiled');
  await clickThrough(page, 'input[name=btnSubmit]');
  await page.goto(`${cgi}/config.cgi?type=hosts`);
  await page.goto(`${cgi}/status.cgi?host=all`);
  await page.reload();
}

const CHECK = { check_command: 'always', max_check_attempts: '1', contacts: USER.name };

function object(kind: string, values: Record<string, string>): string {
  const lines = Object.entries(values).map(([name, value]) => `  ${name} ${value}`);
  return [`define ${kind} {`, ...lines, '}', ''].join('\n');
}

async function start(scratch: Scratch) {
  cpSync('/etc/nagios4', scratch.path('etc'), { recursive: true, dereference: true });
  for (const folder of ['lib/rw', 'lib/spool/checkresults', 'log/archives', 'run'])
    scratch.open(folder);
  scratch.run('chmod', ['-R', 'a+rwX', scratch.path('lib'), scratch.path('log')]);
  scratch.write('etc/own.cfg', OBJECTS);
  const main = scratch.write(
    'etc/nagios.cfg',
    moved(scratch, 'nagios.cfg')
      .replace(/^cfg_(?:dir|file)=.*$/gm, '')
      .replace(/^check_external_commands=.*$/m, '')
      .replace(/^nagios_group=.*$/m, '')
      .replace(/^query_socket=.*$/m, '')
      // The pages write to its pipe.
      .concat(
        '\n' +
          `cfg_file=${scratch.path('etc/own.cfg')}\n` +
          'check_external_commands=1\n' +
          'nagios_group=www-data\n' +
          `query_socket=${scratch.path('lib/rw/nagios.qh')}\n`,
      ),
  );
  const cgi = scratch.write(
    'etc/cgi.cfg',
    moved(scratch, 'cgi.cfg')
      .replace('use_authentication=0', 'use_authentication=1')
      .replaceAll('=nagiosadmin', `=${USER.name}`),
  );
  scratch.run('chown', [
    '-R',
    'nagios:www-data',
    scratch.path('lib'),
    scratch.path('log'),
    scratch.path('run'),
  ]);
  scratch.serve('nagios4', [main]);
  await untilExists(scratch.path('lib/status.dat'));
  scratch.run('htpasswd', ['-cbB', scratch.path('users'), USER.name, USER.password]);
  return apache(scratch, {
    host: HOST,
    documentRoot: '/usr/share/nagios4/htdocs',
    php: true,
    directives: `ScriptAlias /cgi-bin/nagios4 /usr/lib/cgi-bin/nagios4
ScriptAlias /nagios4/cgi-bin /usr/lib/cgi-bin/nagios4
Alias /nagios4/stylesheets /etc/nagios4/stylesheets
Alias /nagios4 /usr/share/nagios4/htdocs
SetEnv NAGIOS_CGI_CONFIG ${cgi}
# Its pages embed videos of a host that is not here.
Header set Content-Security-Policy "frame-src 'self'"
<Location />
  AuthType Basic
  AuthName "Nagios Access"
  AuthUserFile ${scratch.path('users')}
  Require valid-user
</Location>`,
  });
}

/** The pages read what the daemon writes down. */
async function untilExists(file: string): Promise<void> {
  for (const end = Date.now() + 30_000; !existsSync(file); await setTimeout(100))
    if (Date.now() > end) throw new Error(`no ${file}`);
}

/** A file of `/etc/nagios4` with all its paths in the scratch folder. */
function moved(scratch: Scratch, file: string): string {
  return readFileSync(`/etc/nagios4/${file}`, 'utf8')
    .replaceAll('/etc/nagios4', scratch.path('etc'))
    .replaceAll('/var/lib/nagios4', scratch.path('lib'))
    .replaceAll('/var/log/nagios4', scratch.path('log'))
    .replaceAll('/var/run/nagios4', scratch.path('run'));
}

/** One host with one service, and who may give commands. */
const OBJECTS = [
  object('command', { command_name: 'always', command_line: '/bin/true' }),
  object('timeperiod', { timeperiod_name: 'always', alias: 'always', sunday: '00:00-24:00' }),
  object('contact', {
    contact_name: USER.name,
    host_notification_period: 'always',
    service_notification_period: 'always',
    host_notification_commands: 'always',
    service_notification_commands: 'always',
  }),
  object('host', { host_name: 'engine', address: '127.0.0.1', ...CHECK }),
  object('service', { host_name: 'engine', service_description: 'steam', ...CHECK }),
].join('');
