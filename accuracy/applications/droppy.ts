import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { npmPackages } from './support/npm-package.js';
import { press } from './support/press.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'droppy.test';

/**
 * droppy, a store of files: a session that the server keeps, and all work done over a WebSocket.
 */
export const application: Application = {
  name: 'droppy',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // cookies.create(): `s` names a session in db.json; a year of life where "Remember Me" is
    // ticked.
    'node_modules/droppy/server/cookies.js',
    // "GET !/token": 16 random bytes as text, given to a script that sends `X-App: droppy`.
    'node_modules/droppy/server/csrf.js',
    // onWebSocketRequest(): every message has to bring that token, else the socket is closed.
    'node_modules/droppy/server/server.js',
    // loadPrefs(): `prefs` holds the volume, the theme, the size of letters.
    'node_modules/droppy/client/client.js',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 's', role: 'session', format: 'opaque' },
      { carrier: 'websocket', name: /token$/, role: 'csrf' },
      { carrier: 'header', name: 'x-app', role: 'other' },
      { carrier: 'localStorage', name: /^prefs/, role: 'preference' },
    ],
  },
  proof: { url: /\/!\/type\//, knows: ({ status }) => status === 200 },
  async start(scratch) {
    const { node, path } = npmPackages('droppy');
    const port = await freePort();
    scratch.write('config/config.json', '{}');
    scratch.write('files/notes.txt', 'The river rose by two feet.\n');
    const folders = ['-c', scratch.path('config'), '-f', scratch.path('files')];
    scratch.run(node, [path('droppy/droppy.js'), 'add', USER.name, USER.password, 'p', ...folders]);
    scratch.serve(node, [scratch.write('server.cjs', serverOf(path('droppy'), scratch, port))]);
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  async visit(visit) {
    const { page, url, step } = visit;
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.waitForSelector('#pass');
    await page.goto(`${url}/!/type/notes.txt`);
    await page.goto(`${url}/`);
    await step('failed-login');
    await logIn(visit, 'something else', 401);
    await step('login');
    await logIn(visit, USER.password, 200);
    await page.waitForSelector('.data-row');
    await step('use');
    await use(visit);
    await step('logout');
    await press(page, '.logout');
    await page.waitForSelector('#pass');
    await page.goto(`${url}/!/type/notes.txt`);
    await step('login-2');
    await page.goto(`${url}/`);
    await logIn(visit, USER.password, 200);
    await page.waitForSelector('.data-row');
  },
};

/** As its README says for use inside a server: standing alone it asks for an older Node. */
function serverOf(droppy: string, scratch: Scratch, port: number): string {
  const [configdir, filesdir] = [scratch.path('config'), scratch.path('files')];
  return `
const options = ${JSON.stringify({ configdir, filesdir, logLevel: 3 })};
const { onRequest, setupWebSocket } = require(${JSON.stringify(droppy)})(options);
const server = require('node:http').createServer(onRequest);
setupWebSocket(server);
server.listen(${port}, '127.0.0.1');
`;
}

/** Reads a file, makes a folder, looks at the users. */
async function use({ page }: Visit): Promise<void> {
  const asked = page.waitForResponse((answer) => answer.url().includes('/!/type/'));
  await press(page, '.data-row[data-type=file] .entry-link, .data-row .file-link');
  await asked;
  await page.waitForSelector('.CodeMirror');
  await page.reload();
  await page.waitForSelector('.CodeMirror');
  await page.evaluate(`location.hash = '#/'`);
  await page.reload();
  await page.waitForSelector('.data-row');
  await press(page, '.cd');
  await page.waitForSelector('.data-row.new-folder input, .data-row input');
  await page.keyboard.type('plans');
  await page.keyboard.press('Enter');
  await page.waitForFunction(`document.querySelector('.content').innerText.includes('plans')`);
  await press(page, '.prefs');
  await page.waitForFunction((name) => document.body.innerText.includes(name), {}, USER.name);
  await page.reload();
  await page.waitForSelector('.data-row');
}

async function logIn({ page }: Visit, password: string, wanted: number): Promise<void> {
  await page.waitForSelector('#pass');
  for (const [field, text] of [
    ['#user', USER.name],
    ['#pass', password],
  ] as const) {
    await page.click(field, { count: 3 });
    await page.type(field, text);
  }
  // The server takes one try every two seconds.
  await page.evaluate(`new Promise((ready) => setTimeout(ready, 2_100))`);
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/!/login'));
  await page.click('#submit');
  const status = (await answered).status();
  if (status !== wanted) throw new Error(`the login was answered ${status}`);
}
