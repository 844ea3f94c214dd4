import { clickThrough } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';
import { regex } from '../../src/engine/regex.js';

const HOST = 'mediawiki.test';
const APP = '/usr/share/mediawiki';

/** A wiki with "keep me logged in": a session beside a persistent token, and edit tokens. */
export const application: Application = {
  name: 'mediawiki',
  kind: 'application',
  language: 'PHP',
  packages: ['mediawiki', 'apache2', 'libapache2-mod-php', 'php-sqlite3'],
  docs: [
    // persistSession, cookieDataToExport: `_session`, UserID, UserName, and Token if `$remember`.
    '/usr/share/mediawiki/includes/session/CookieSessionProvider.php',
    // "User ID mismatch": a session is refused beside another user's number.
    '/usr/share/mediawiki/includes/session/SessionManager.php',
    // getVaryCookies: session and Token are "the real authn determiners. UserID and UserName don't
    // matter without those". provideSessionInfo: but without UserID the session is taken for
    // nobody's.
    '/usr/share/mediawiki/includes/session/CookieSessionProvider.php (UserID)',
    // "tell all CDN edge nodes to "stick" the user to the DC that handles this POST request";
    // UseCDNCache: past the cache.
    '/usr/share/mediawiki/includes/MediaWiki.php (UseDC)',
    // "Value object representing a CSRF token": wpEditToken, wpLoginToken, `token`.
    '/usr/share/mediawiki/includes/session/Token.php',
    // "Generate a random user session ID", which scripts may keep in a cookie of their own.
    '/usr/share/mediawiki/resources/src/mediawiki.user.js',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'wiki_session', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'wikiToken', role: 'remember-me', format: 'opaque' },
      // A session that does not belong to this number is refused (SessionManager): no secret,
      // though needed.
      { carrier: 'cookie', name: 'wikiUserID', role: 'other' },
      { carrier: 'cookie', name: 'wikiUserName', role: ['other', 'preference'] },
      { carrier: 'header', name: 'x-requested-with', role: 'other' },
      { carrier: 'cookie', name: /mwuser-sessionId$/, role: ['tracking', 'other'] },
      { carrier: 'cookie', name: /^(wikiPostEdit|wikiLoggedOut|UseCDNCache)/, role: 'other' },
      { carrier: 'cookie', name: 'UseDC', role: ['load-balancer', 'other'] },
      {
        carrier: 'body',
        name: regex()`
          ^(wp(Edit|Login)Token|token|input\[(wp(Edit|Login)Token|token)\]|\/query\/tokens\/.*)$`,
        role: 'csrf',
      },
      // Forms of an older kind; `title` and the rest are no secrets.
      {
        carrier: 'body',
        name: /^(input\[)?wp(Starttime|Edittime|AutoSummary|Section)\]?$/,
        role: 'other',
      },
      { carrier: 'url', name: 'token', role: 'csrf' },
      { carrier: 'url', name: /^(?!token$)/, role: 'other' },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'sessionStorage', name: /./, role: ['tracking', 'preference', 'other'] },
    ],
  },
  proof: {
    url: /title=Special:Preferences/,
    knows: ({ status, body }) => status === 200 && body.includes('mw-prefs-form'),
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const port = await freePort();
  const data = scratch.open('data');
  scratch.run('php', [
    `${APP}/maintenance/install.php`,
    `--confpath=${scratch.folder}`,
    '--dbtype=sqlite',
    '--dbname=wiki',
    `--dbpath=${data}`,
    '--scriptpath=',
    `--server=http://${HOST}:${port}`,
    `--pass=${USER.password}`,
    'Notes',
    USER.name,
  ]);
  scratch.run('chown', ['-R', 'www-data:', data]);
  const settings = scratch.path('LocalSettings.php');
  scratch.run('chmod', ['644', settings]);
  return apache(scratch, {
    host: HOST,
    documentRoot: APP,
    php: true,
    port,
    directives: `SetEnv MW_CONFIG_FILE ${settings}`,
  });
}

async function visit({ page, url, step }: Visit): Promise<void> {
  const at = (title: string) => `${url}/index.php?title=${title}`;
  const logIn = async () => {
    await page.goto(at('Special:UserLogin'));
    await page.$eval('#wpName1', (field) => ((field as HTMLInputElement).value = ''));
    await page.type('#wpName1', USER.name);
    await page.type('#wpPassword1', USER.password);
    await page.click('#wpRemember');
    await clickThrough(page, '#wpLoginAttempt');
    await page.waitForSelector('#pt-logout');
  };
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.goto(at('Special:Preferences'));
  await step('login');
  await logIn();
  await step('use');
  await page.goto(at('First_page&action=edit'));
  await page.type('#wpTextbox1', 'The first page.');
  await clickThrough(page, '#wpSave');
  await page.goto(at('Special:RecentChanges'));
  await page.goto(at('First_page&action=history'));
  await page.reload();
  await page.goto(at('Special:Watchlist'));
  await page.goto(at('Special:Preferences'));
  await page.waitForSelector('#mw-prefs-form');
  await step('logout');
  await page.goto(at('First_page'));
  // A script asks for a token first, where it has loaded by now; else a page asks once more.
  await page.waitForFunction(`mw.loader.getState('mediawiki.page.ready') === 'ready'`);
  await Promise.all([
    page.waitForNavigation(),
    page.$eval('#pt-logout a', (link) => (link as HTMLElement).click()),
  ]);
  await page.goto(at('Special:Preferences'));
  await step('login-2');
  await logIn();
}
