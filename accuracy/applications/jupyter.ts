import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'jupyter.test';

/**
 * Jupyter Notebook with a password: Tornado's signed cookie, XSRF cookie and a kernel over a
 * WebSocket.
 */
export const application: Application = {
  name: 'jupyter',
  kind: 'application',
  language: 'Python (Tornado)',
  packages: ['jupyter-notebook', 'python3-notebook', 'python3-ipykernel'],
  docs: [
    // set_secure_cookie(handler.cookie_name, user_id): a signed random id; cookie_name
    // "username-HOST-PORT".
    '/usr/lib/python3/dist-packages/notebook/auth/login.py and base/handlers.py',
    // "The Tornado Web server signs it"; "_xsrf" cookie, field, or header X-XSRFToken.
    'https://www.tornadoweb.org/en/stable/guide/security.html',
    // Kernel messages: session, msg_id, username; WebSocket /channels?session_id=….
    'https://jupyter-client.readthedocs.io/en/stable/messaging.html#general-message-format',
    'https://jupyter-notebook.readthedocs.io/en/v6.4.12/public_server.html',
  ],
  truth: {
    // The cookie itself says who it is, by Tornado's signature: the server keeps no session.
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: /^username-/, role: 'session', format: 'signed' },
      { carrier: 'cookie', name: '_xsrf', role: 'csrf' },
      { carrier: 'header', name: 'x-xsrftoken', role: 'csrf' },
      { carrier: 'body', name: /^(_xsrf|input\[_xsrf\])$/, role: 'csrf' },
      // Tells a page's connection to its kernel from others.
      { carrier: 'url', name: 'session_id', role: 'other' },
      { carrier: 'body', name: /^(\/\d+)?(\/kernel)?\/id$/, role: 'other' },
      // Keeps answers out of the browser's cache.
      { carrier: 'url', name: /^(_|v)$/, role: 'other' },
    ],
  },
  proof: { url: /\/api\/contents\b/, knows: ({ status }) => status === 200 },
  start,
  visit,
};

async function start(scratch: Scratch) {
  const port = await freePort();
  const salt = '0123456789ab';
  const hash = createHash('sha1')
    .update(USER.password + salt)
    .digest('hex');
  const folder = scratch.open('notebooks');
  scratch.write('notebooks/notes.txt', 'notes\n');
  scratch.write('notebooks/engine.ipynb', notebook());
  const env = {
    HOME: scratch.open('home'),
    JUPYTER_CONFIG_DIR: scratch.open('config'),
    JUPYTER_DATA_DIR: scratch.open('share'),
    JUPYTER_RUNTIME_DIR: scratch.open('runtime'),
  };
  scratch.serve(
    'jupyter-notebook',
    [
      '--allow-root',
      '--no-browser',
      '--ip=127.0.0.1',
      `--port=${port}`,
      '--port-retries=0',
      `--NotebookApp.password=sha1:${salt}:${hash}`,
      '--NotebookApp.allow_remote_access=True',
      `--notebook-dir=${folder}`,
    ],
    { env },
  );
  await waitUntilUp(port);
  return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
}

function notebook(): string {
  const cell = { cell_type: 'code', execution_count: null, metadata: {}, outputs: [] };
  return JSON.stringify({
    cells: [{ ...cell, source: ['print(6 * 7)'] }],
    metadata: { kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' } },
    nbformat: 4,
    nbformat_minor: 4,
  });
}

async function visit({ page, url, step }: Visit) {
  const logIn = async (password: string) => {
    await page.type('#password_input', password);
    await clickThrough(page, '#login_submit');
  };
  const list = () => page.waitForSelector('a.item_link[href$="notes.txt"]');
  await step('anonymous');
  await page.goto(`${url}/api/contents`);
  await page.goto(`${url}/`);
  await step('failed-login');
  await logIn('wrong');
  await step('login');
  await logIn(USER.password);
  await list();
  await step('use');
  await runNotebook(page, url);
  await editFile(page, url);
  await page.goto(`${url}/tree`);
  await list();
  await page.reload();
  await list();
  await step('logout');
  await clickThrough(page, '#logout');
  await page.goto(`${url}/tree`);
  await step('login-2');
  await logIn(USER.password);
  await list();
}

/** Runs the notebook's cell and saves it. */
async function runNotebook(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/notebooks/engine.ipynb`);
  await page.waitForSelector('#kernel_indicator_icon.kernel_idle_icon', { timeout: 60_000 });
  await page.click('button[data-jupyter-action="jupyter-notebook:run-cell-and-select-next"]');
  await page.waitForSelector('.output_stdout', { timeout: 60_000 });
  await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'PUT'),
    page.click('button[data-jupyter-action="jupyter-notebook:save-notebook"]'),
  ]);
}

/** Changes a text file in the editor. */
async function editFile(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/edit/notes.txt`);
  await page.waitForSelector('.CodeMirror-code');
  await page.click('.CodeMirror');
  await page.keyboard.type('more ');
  await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'PUT'),
    saveByKey(page),
  ]);
}

async function saveByKey(page: Page): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press('s');
  await page.keyboard.up('Control');
}
