import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'ikiwiki.test';

/**
 * ikiwiki, a wiki compiler with one CGI: a session's id in a cookie, and in every form against
 * forgery.
 */
export const application: Application = {
  name: 'ikiwiki',
  kind: 'application',
  language: 'Perl',
  packages: ['ikiwiki', 'libcgi-session-perl', 'libcgi-formbuilder-perl', 'apache2'],
  docs: [
    // cgi_getsession: CGI::Session named "ikiwiki_session_" and the wiki; cgi_prefs: "The session
    // id is stored on the form and checked to guard against CSRF"; 'Logout': $session->delete().
    '/usr/share/perl5/IkiWiki/CGI.pm',
    // checkpassword, then $session->param("name", …): the same id before and after.
    '/usr/share/perl5/IkiWiki/Plugin/passwordauth.pm',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'ikiwiki_session_notes', role: 'session', format: 'opaque' },
      // The very same value, sent along to show that the form came from here.
      { carrier: 'body', name: /^(sid|input\[sid\])$/, role: ['csrf', 'session'] },
      { carrier: 'url', name: 'sid', role: ['csrf', 'session'] },
      { carrier: 'url', name: /^(do|page|from|subpage)$/, role: 'other' },
      {
        carrier: 'body',
        name: /(do|page|rcsinfo|_submitted.*|editcontent|type)\]?$/,
        role: 'other',
      },
    ],
  },
  proof: {
    url: /do=prefs$/,
    knows: ({ status, body }) => status === 200 && body.includes('Logout'),
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const port = await freePort();
  const [source, pages, cgi] = ['source', 'htdocs', 'cgi'].map((name) => scratch.open(name));
  scratch.write('source/index.mdwn', 'Notes on the engine\n');
  const setup = scratch.write(
    'wiki.setup',
    `# IkiWiki::Setup::Yaml - YAML formatted setup file
wikiname: notes
adminuser: [${USER.name}]
srcdir: ${source}
destdir: ${pages}
url: http://${HOST}:${port}
cgiurl: http://${HOST}:${port}/ikiwiki.cgi
cgi_wrapper: ${cgi}/ikiwiki.cgi
cgi_wrappermode: 0755
cgi_overload_delay: ''
rcs: ''
libdir: ${scratch.path('lib')}
add_plugins: [passwordauth]
disable_plugins: [openid, emailauth]
`,
  );
  const owner = { user: 'www-data', env: { HOME: scratch.folder } };
  scratch.run('chown', ['-R', 'www-data', scratch.folder]);
  scratch.run('ikiwiki', ['--setup', setup], owner);
  scratch.run('chown', ['root', scratch.folder]);
  return apache(scratch, {
    host: HOST,
    port,
    documentRoot: pages ?? '',
    directives: `ScriptAlias /ikiwiki.cgi ${cgi}/ikiwiki.cgi`,
  });
}

async function visit({ page, url, step }: Visit): Promise<void> {
  const script = `${url}/ikiwiki.cgi`;
  const press = (value: string) => clickThrough(page, `input[type=submit][value="${value}"]`);
  await step('anonymous');
  await page.goto(`${url}/`);
  await register(page, script, press);
  await step('failed-login');
  await logIn(page, script, press, 'wrong-password');
  await step('login');
  await logIn(page, script, press, USER.password);
  await page.waitForSelector('input[value=Logout]');
  await step('use');
  await page.type('input[name=email]', '.uk');
  await press('Save Preferences');
  await page.goto(`${script}?do=edit&page=index`);
  await page.type('textarea[name=editcontent]', 'More of it. ');
  await press('Save Page');
  await page.goto(`${script}?do=prefs`);
  await page.reload();
  await step('logout');
  await press('Logout');
  await page.goto(`${script}?do=prefs`);
  await step('login-2');
  await logIn(page, script, press, USER.password);
  await page.waitForSelector('input[value=Logout]');
  await page.goto(`${script}?do=prefs`);
}

type Press = (value: string) => Promise<unknown>;

async function register(page: Page, script: string, press: Press): Promise<void> {
  await page.goto(`${script}?do=prefs`);
  await press('Register');
  await page.type('input[name=name]', USER.name);
  await page.type('input[name=password]', USER.password);
  await page.type('input[name=confirm_password]', USER.password);
  await page.type('input[name=email]', USER.email);
  await press('Create Account');
}

async function logIn(page: Page, script: string, press: Press, password: string): Promise<void> {
  await page.goto(`${script}?do=prefs`);
  await page.type('input[name=name]', USER.name);
  await page.type('input[name=password]', password);
  await press('Login');
}
