import { copyFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { clickThrough, retype } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'redmine.test';
const SHARE = '/usr/share/redmine';
/** Made by the package when it is installed; empty but for what Redmine itself needs. */
const DATABASE = '/var/lib/dbconfig-common/sqlite3/redmine/instances/default/redmine_default';

/** Redmine on SQLite: Rails' cookie store, authenticity tokens, and "stay logged in". */
export const application: Application = {
  name: 'redmine',
  kind: 'application',
  language: 'Ruby (Rails)',
  packages: ['redmine', 'redmine-sqlite', 'ruby-webrick', 'ruby-rack'],
  docs: [
    // config.session_store :cookie_store, :key => Redmine.name, "Redmine".
    '/usr/share/redmine/config/multitenancy_environment.rb',
    // "the session data itself is stored in the cookie … encrypted".
    'https://guides.rubyonrails.org/v6.1/security.html#session-storage',
    // session[:tk], a token of the table "tokens" that is looked up and ends at the logout.
    '/usr/share/redmine/app/models/user.rb and app/controllers/application_controller.rb',
    // set_autologin_cookie(): autologin_cookie_name, "autologin".
    '/usr/share/redmine/app/controllers/account_controller.rb',
    // authenticity_token and X-CSRF-Token.
    'https://guides.rubyonrails.org/v6.1/security.html#cross-site-request-forgery-csrf',
    // document.cookie = 'history_last_tab=' + tab.
    '/usr/share/redmine/public/javascripts/application.js',
  ],
  truth: {
    // The encrypted cookie holds the state, and in it a token that the server looks up.
    mechanism: ['token-cookie', 'session-cookie'],
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'Redmine', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'autologin', role: 'remember-me', format: 'opaque' },
      { carrier: 'body', name: /^(input\[)?authenticity_token\]?$/, role: 'csrf' },
      { carrier: 'header', name: 'x-csrf-token', role: 'csrf' },
      // The page to go on to.
      { carrier: 'url', name: 'back_url', role: 'other' },
      { carrier: 'cookie', name: 'history_last_tab', role: 'preference' },
    ],
  },
  proof: {
    url: /\/my\/account$/,
    knows: ({ status, body }) => status === 200 && body.includes(USER.email),
  },
  start,
  visit,
};

async function start(scratch: Scratch) {
  const port = await freePort();
  const database = scratch.path('data', 'redmine.sqlite3');
  scratch.open('data');
  copyFileSync(DATABASE, database);
  scratch.run('chown', ['www-data', database]);
  const env = {
    DATABASE_URL: `sqlite3:${database}`,
    RAILS_ENV: 'production',
    RACK_ENV: 'production',
    HOME: scratch.open('home'),
  };
  const as = { env, user: 'www-data', cwd: SHARE };
  scratch.run('/usr/bin/ruby', ['bin/rails', 'runner', scratch.write('seed.rb', SEED)], as);
  const site = scratch.write('config.ru', SITE);
  const options = [
    '-r',
    'webrick',
    '-s',
    'webrick',
    '-o',
    '127.0.0.1',
    '-p',
    `${port}`,
    '-E',
    'production',
  ];
  scratch.serve('/usr/bin/rackup', [...options, site], as);
  // Rails loads all of itself before it listens.
  await waitUntilUp(port).catch(() => waitUntilUp(port));
  return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
}

const SEED = `user = User.new(firstname: 'Ada', lastname: 'Lovelace', mail: '${USER.email}', language: 'en')
user.login = '${USER.name}'
user.password = '${USER.password}'
user.admin = true
user.save!
Setting.autologin = '7'
Setting.notified_events = []
project = Project.create!(name: 'Engine', identifier: 'engine')
status = IssueStatus.first || IssueStatus.create!(name: 'New')
project.trackers = [Tracker.first || Tracker.create!(name: 'Bug', default_status: status)]
IssuePriority.create!(name: 'Normal', is_default: true) unless IssuePriority.any?
`;

/** Static files are the web server's business in production. */
const SITE = `Dir.chdir('${SHARE}')
require '${SHARE}/config/environment'
use Rack::Static, root: '${SHARE}/public', urls: %w(/javascripts /stylesheets /images /themes /help /favicon.ico)
run Rails.application
`;

async function visit({ page, url, step }: Visit) {
  const logIn = async (password = USER.password) => {
    await page.goto(`${url}/login?back_url=${encodeURIComponent(`${url}/my/page`)}`);
    await retype(page, '#username', USER.name);
    await page.type('#password', password);
    await page.click('#autologin');
    await clickThrough(page, '#login-submit');
  };
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.goto(`${url}/my/account`);
  await step('failed-login');
  await logIn('wrong');
  await step('login');
  await logIn();
  await page.waitForSelector('a.logout');
  await step('use');
  await page.goto(`${url}/projects`);
  await createIssue(page, url);
  await page.goto(`${url}/my/account`);
  await retype(page, '#user_firstname', 'Augusta');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await page.reload();
  await step('logout');
  await clickThrough(page, 'a.logout');
  await page.goto(`${url}/my/account`);
  await step('login-2');
  await logIn();
  await page.waitForSelector('a.logout');
}

/** Opens an issue, and the tabs of its history. */
async function createIssue(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/projects/engine/issues/new`);
  await page.type('#issue_subject', 'The engine stands still');
  await clickThrough(page, '#issue-form input[name=commit]');
  await page.goto(`${url}/issues/1/edit`);
  await page.type('#issue_notes', 'It runs again');
  await clickThrough(page, '#issue-form input[name=commit]');
  await page.click('#tab-notes, #tab-history');
}
