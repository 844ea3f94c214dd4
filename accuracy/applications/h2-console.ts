import type { Frame, Page } from 'puppeteer-core';
import { clickThrough, retype } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';

const HOST = 'h2.test';
const JAR = '/usr/share/java/h2.jar';

/**
 * The H2 database's console, in Japanese: frames, and the session's id in each address from the
 * first page on.
 */
export const application: Application = {
  name: 'h2-console',
  kind: 'application',
  language: 'Java',
  packages: ['libh2-java', 'default-jre-headless'],
  docs: [
    // createNewSession: StringUtils.convertBytesToHex of 16 secure random bytes, kept before the
    // login; getSession(attributes.getProperty("jsessionid")). logout(): session.logout(), the id
    // stays.
    'https://github.com/h2database/h2database/blob/version-2.1.214/h2/src/main/org/h2/server/web/WebServer.java',
    'https://github.com/h2database/h2database/blob/version-2.1.214/h2/src/main/org/h2/server/web/WebApp.java',
    // login.do?jsessionid=…, logout.do?jsessionid=…: no cookie.
    '/usr/share/java/h2.jar: org/h2/util/data.zip, org/h2/server/web/res/login.jsp, header.jsp',
  ],
  truth: {
    mechanism: 'session-url',
    host: HOST,
    credentials: [
      { carrier: 'url', name: 'jsessionid', role: 'session' },
      { carrier: 'url', name: 'key', role: 'other' },
      { carrier: 'url', name: /^(?!jsessionid$)/, role: ['other', 'preference'] },
      { carrier: 'body', name: /./, role: ['other', 'preference'] },
    ],
  },
  // The id that stood in the address before the login is the one that is logged in afterwards.
  findings: { asked: [{ ruleId: 'session-not-rotated-at-login', name: 'jsessionid' }] },
  proof: {
    url: /tables\.do\?.*jsessionid=/,
    parameters: ['jsessionid'],
    knows: ({ status, body }) => status === 200 && body.includes('INFORMATION_SCHEMA'),
  },
  async start(scratch) {
    const port = await freePort();
    const base = scratch.open('base');
    const address = `jdbc:h2:${base}/notes`;
    const login = ['-user', USER.name, '-password', USER.password];
    const sql = 'CREATE TABLE NOTE (ID INT PRIMARY KEY, WORDS VARCHAR)';
    const shell = ['-cp', JAR, 'org.h2.tools.Shell', '-url', address, ...login, '-sql', sql];
    scratch.run('java', shell);
    scratch.write(
      '.h2.server.properties',
      `0=Notes|org.h2.Driver|${address}|${USER.name}\nwebPort=${port}\nwebExternalNames=${HOST}\n`,
    );
    const listen = ['-web', '-webPort', String(port), '-properties', scratch.folder];
    scratch.serve('java', ['-cp', JAR, 'org.h2.tools.Server', ...listen]);
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  visit,
};

async function visit({ page, url, step }: Visit): Promise<void> {
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.waitForSelector('select[name=language]');
  await Promise.all([page.waitForNavigation(), page.select('select[name=language]', 'ja')]);
  await page.waitForSelector('input[name=password]');
  await step('failed-login');
  await logIn(page, 'wrong-password');
  await page.waitForSelector('input[name=password]');
  await step('login');
  await logIn(page, USER.password);
  await frame(page, 'h2query');
  await step('use');
  for (const sql of ["INSERT INTO NOTE VALUES (1, 'on the engine')", 'SELECT * FROM NOTE'])
    await ask(page, sql);
  const header = await frame(page, 'header');
  await Promise.all([
    page.waitForResponse((answer) => answer.url().includes('tables.do')),
    header.click('a[href^="tables.do"]'),
  ]);
  // The page was asked for with the password: to load it again would log in again.
  await ask(page, 'SELECT COUNT(*) FROM NOTE');
  await step('logout');
  await (await frame(page, 'header')).click('a[href^="logout.do"]');
  await page.waitForSelector('input[name=password]');
  await step('login-2');
  await logIn(page, USER.password);
  await ask(page, 'SELECT * FROM NOTE');
}

async function frame(page: Page, name: string): Promise<Frame> {
  const element = await page.waitForSelector(`frame[name=${name}]`);
  const found = await element?.contentFrame();
  if (!found) throw new Error(`no frame ${name}`);
  await found.waitForSelector('body');
  return found;
}

async function ask(page: Page, sql: string): Promise<void> {
  const query = await frame(page, 'h2query');
  await query.waitForSelector('textarea[name=sql]');
  await query.$eval(
    'textarea[name=sql]',
    (field, text) => ((field as HTMLTextAreaElement).value = text),
    sql,
  );
  await Promise.all([
    page.waitForResponse((answer) => answer.url().includes('query.do')),
    query.click('input[type=button]'),
  ]);
}

async function logIn(page: Page, password: string): Promise<void> {
  await retype(page, 'input[name=user]', USER.name);
  await retype(page, 'input[name=password]', password);
  await clickThrough(page, 'form#login input[type=submit]');
}
