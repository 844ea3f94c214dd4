import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'gitit.test';
const OUT = '#logoutlink';

/**
 * gitit, a wiki in Haskell above git: a session's number, in decimal figures, as the whole cookie.
 */
export const application: Application = {
  name: 'gitit',
  kind: 'application',
  language: 'Haskell',
  packages: ['gitit', 'git'],
  docs: [
    // newSession: randomRIO (0, 1000000000); loginUserForm: addCookie (MaxAge sessionTime) "sid";
    // logoutUser: delSession, expireCookie "sid".
    'https://github.com/jgm/gitit/blob/0.15.1.0/src/Network/Gitit/Authentication.hs',
    'https://github.com/jgm/gitit/blob/0.15.1.0/src/Network/Gitit/State.hs (newSession)',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'sid', role: 'session' },
      { carrier: 'url', name: /./, role: 'other' },
      { carrier: 'body', name: /./, role: 'other' },
    ],
  },
  proof: {
    url: /\/_edit\/Front/,
    knows: ({ status, body }) => status === 200 && body.includes('editedText'),
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const port = await freePort();
  const git = { GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: USER.email };
  const env = { ...git, GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: USER.email };
  const options = {
    cwd: scratch.open('wiki'),
    env: { ...env, HOME: scratch.folder, LANG: 'C.UTF-8' },
  };
  scratch.serve('gitit', ['-l', '127.0.0.1', '-p', String(port)], options);
  await waitUntilUp(port);
  const user = { username: USER.name, email: USER.email, full_name_1: '', accessCode: '' };
  const passwords = { password: USER.password, password2: USER.password };
  const body = new URLSearchParams({
    ...user,
    ...passwords,
    destination: '/',
    register: 'Register',
  });
  await (await fetch(`http://127.0.0.1:${port}/_register`, { method: 'POST', body })).text();
  return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
}

async function visit({ page, url, step }: Visit): Promise<void> {
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.goto(`${url}/_index`);
  await step('failed-login');
  await logIn(page, url, 'wrong-password');
  await step('login');
  await logIn(page, url, USER.password);
  await page.waitForSelector(OUT, { visible: true });
  await step('use');
  await page.goto(`${url}/_edit/Notes`);
  await page.type('#editedText', 'On the engine');
  await page.type('#logMsg', 'notes');
  await clickThrough(page, '#update');
  await page.goto(`${url}/_activity`);
  await page.goto(`${url}/_edit/Front%20Page`);
  await page.reload();
  await page.goto(`${url}/`);
  await page.waitForSelector(OUT, { visible: true });
  await step('logout');
  await clickThrough(page, OUT);
  await page.goto(`${url}/_edit/Notes`);
  await step('login-2');
  await logIn(page, url, USER.password);
  await page.waitForSelector(OUT, { visible: true });
  await page.goto(`${url}/_edit/Front%20Page`);
}

async function logIn(page: Page, url: string, password: string): Promise<void> {
  // It leads back to where the link stands.
  await page.goto(`${url}/`);
  await page.waitForSelector('#loginlink', { visible: true });
  await clickThrough(page, '#loginlink');
  await page.type('#loginForm input[name=username]', USER.name);
  await page.type('#loginForm input[name=password]', password);
  await clickThrough(page, '#loginForm input[type=submit]');
}
