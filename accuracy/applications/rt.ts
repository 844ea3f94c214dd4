import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'rt.test';
const SHARE = '/usr/share/request-tracker5';
/** With SQLite, sessions are files in a folder that only the package can choose. */
const SESSIONS = '/var/cache/request-tracker5/session_data';

/** Request Tracker 5 with its standalone server, on SQLite. */
export const application: Application = {
  name: 'rt',
  kind: 'application',
  language: 'Perl (Mason)',
  packages: ['request-tracker5', 'rt5-standalone', 'rt5-db-sqlite'],
  docs: [
    // _SessionCookieName(): "RT_SID_" . rtname . "." . port; its value is the id of a session of
    // Apache::Session.
    '/usr/share/request-tracker5/lib/RT/Interface/Web.pm',
    // createCookie(id of a box of a page, 0 or 1): whether it is folded.
    '/usr/share/request-tracker5/static/js/util.js',
    // SetNextPage(), next; MaybeShowInterstitialCSRFPage(), CSRF_Token; results; uploads by Token:
    // all in Web.pm. CSRF_Token: only where a request without a known Referer is held back and
    // asked about.
    'https://docs.bestpractical.com/rt/5.0.3/security.html',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: /^RT_SID_/, role: 'session', format: 'opaque' },
      { carrier: 'body', name: /^(CSRF_Token|input\[CSRF_Token\])$/, role: 'csrf' },
      { carrier: 'url', name: 'CSRF_Token', role: 'csrf' },
      // Keys of what the session keeps: the page asked for, messages, a ticket's uploads.
      { carrier: 'url', name: /^(next|results)$/, role: 'other' },
      { carrier: 'body', name: /^(next|Token|input\[(next|Token)\])$/, role: 'other' },
      // A version that keeps an old file out of use.
      { carrier: 'url', name: 't', role: 'other' },
    ],
  },
  proof: {
    url: /\/Prefs\/Other\.html$/,
    knows: ({ status, body }) => status === 200 && body.includes('Logout'),
  },
  start,
  visit,
};

async function start(scratch: Scratch) {
  const port = await freePort();
  scratch.open('conf.d');
  const env = {
    RT_SITE_CONFIG: scratch.write('RT_SiteConfig.pm', configuration(scratch, port)),
    RT_SITE_CONFIG_DIR: scratch.path('conf.d'),
    HOME: scratch.open('home'),
  };
  const as = { env, user: 'www-data', cwd: scratch.open('data') };
  scratch.run('rt-setup-database-5', ['--action', 'init', '--skip-create'], as);
  scratch.run('/usr/bin/perl', [scratch.write('seed.pl', SEED)], as);
  const before = new Set(readdirSync(SESSIONS));
  scratch.serve(
    `${SHARE}/libexec/standalone_httpd`,
    ['--host', '127.0.0.1', '--port', `${port}`],
    as,
  );
  await waitUntilUp(port);
  const stop = async () => {
    await scratch.stop();
    for (const file of readdirSync(SESSIONS))
      if (!before.has(file)) rmSync(join(SESSIONS, file), { recursive: true, force: true });
  };
  return { url: `http://${HOST}:${port}`, stop };
}

function configuration(scratch: Scratch, port: number): string {
  return `Set($rtname, 'rt.test');
Set($Organization, 'rt.test');
Set($WebDomain, '${HOST}');
Set($WebPort, ${port});
Set($WebPath, '');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, '${scratch.path('data', 'rtdb')}');
Set($LogToFile, undef);
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'warning');
Set($MailCommand, 'testfile');
1;
`;
}

const SEED = `use lib '${SHARE}/lib';
use RT;
RT::LoadConfig();
RT::Init();
my $user = RT::User->new(RT->SystemUser);
my ($id, $why) = $user->Create(Name => '${USER.name}', Password => '${USER.password}',
  EmailAddress => '${USER.email}', Privileged => 1);
die $why unless $id;
$user->PrincipalObj->GrantRight(Right => 'SuperUser', Object => $RT::System);
`;

async function visit({ page, url, step }: Visit) {
  const logIn = async (password = USER.password) => {
    await page.type('input[name=user]', USER.name);
    await page.type('input[name=pass]', password);
    await clickThrough(page, '#login input[type=submit], #login [type=submit]');
  };
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.goto(`${url}/Prefs/Other.html`);
  await step('failed-login');
  await logIn('wrong');
  await step('login');
  await page.goto(`${url}/`);
  await logIn();
  await page.waitForSelector('a[href*="Logout.html"]');
  await step('use');
  await createTicket(page, url);
  await page.goto(`${url}/Search/Build.html`);
  await page.goto(`${url}/Admin/Users/`);
  await page.goto(`${url}/Prefs/Other.html`);
  await page.reload();
  await step('logout');
  await page.goto(
    await page.$eval('a[href*="Logout.html"]', (link) => (link as HTMLAnchorElement).href),
  );
  await page.goto(`${url}/Prefs/Other.html`);
  await step('login-2');
  await page.goto(`${url}/`);
  await logIn();
  await page.waitForSelector('a[href*="Logout.html"]');
}

async function createTicket(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/Ticket/Create.html?Queue=1`);
  // An address that somebody typed has no Referer: RT asks first.
  await clickThrough(page, 'a[href*="CSRF_Token="]');
  await page.type('input[name=Subject]', 'The engine stands still');
  await clickThrough(page, 'input[name=SubmitTicket]');
  await page.waitForSelector('a[href*="Update.html"]');
}
