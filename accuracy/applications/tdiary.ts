import { clickThrough } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'tdiary.test';

/**
 * tDiary, a diary in Ruby, in Japanese: the password dialog for who writes, a cookie for who
 * comments.
 */
export const application: Application = {
  name: 'tdiary',
  kind: 'application',
  language: 'Ruby',
  packages: ['tdiary-core', 'apache2'],
  docs: [
    // .htaccess: AuthType Basic for update.rb alone.
    '/usr/share/tdiary/dot.htaccess (as tdiary-setup fills it in)',
    // cookie_name, cookie_mail: who commented, for the form of the next comment; ninety days.
    '/usr/share/tdiary/lib/tdiary/view.rb',
  ],
  noSecondLogin: 'a browser answers challenges until it is closed (RFC 9110 §11.6.1)',
  truth: {
    mechanism: 'basic',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'basic', format: 'basic' },
      { carrier: 'cookie', name: 'tdiary', role: ['preference', 'other'] },
      { carrier: 'body', name: /csrf_protection_key\]?$/, role: 'csrf' },
      { carrier: 'cookie', name: /./, role: ['other', 'preference'] },
      { carrier: 'body', name: /^(?!.*csrf_protection_key)/, role: 'other' },
      { carrier: 'url', name: /./, role: 'other' },
    ],
  },
  proof: { url: /\/update\.rb/, knows: ({ status }) => status === 200 },
  start,
  visit,
};

function start(scratch: Scratch): Promise<Running> {
  const site = scratch.path('diary');
  const answers = [scratch.path('data'), 'J', 'y', USER.password, USER.password, ''];
  scratch.run('tdiary-setup', ['default', site], {
    input: answers.join('\n'),
    env: { USER: USER.name, HOME: scratch.folder },
  });
  scratch.run('sed', ['-i', `s#/home/${USER.name}/#${scratch.folder}/#`, `${site}/.htaccess`]);
  scratch.run('chown', ['-R', 'www-data', site, scratch.path('data')]);
  return apache(scratch, {
    host: HOST,
    documentRoot: site,
    directives: `<Directory ${site}>
  Options +ExecCGI +FollowSymLinks
</Directory>`,
  });
}

async function visit({ page, url, step }: Visit): Promise<void> {
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.goto(`${url}/update.rb`).catch(() => undefined);
  await step('login');
  await page.authenticate({ username: USER.name, password: USER.password });
  await page.goto(`${url}/update.rb`);
  await page.waitForSelector('textarea[name=body]');
  await step('use');
  await page.type('input[name=title]', 'Engine');
  await page.type('textarea[name=body]', 'Notes on the engine');
  await clickThrough(page, 'input[name=append]');
  await page.goto(`${url}/`);
  const day = await page.$eval(
    'a[href*="date="][href$="#c"]',
    (a) => (a as HTMLAnchorElement).href,
  );
  await page.goto(day.replace('#c', ''));
  await page.type('form.comment input[name=name]', 'Ada Lovelace');
  await page.type('form.comment input[name=mail]', USER.email);
  await page.type('form.comment textarea[name=body]', 'Notes on the notes');
  await clickThrough(page, 'form.comment input[type=submit]');
  await page.goto(day.replace('#c', '&from=comment'));
  await page.goto(`${url}/update.rb?conf=default`);
  await clickThrough(page, 'input[name=saveconf]');
  await page.goto(`${url}/update.rb`);
  await page.reload();
}
