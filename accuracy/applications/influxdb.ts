import { createHmac } from 'node:crypto';
import type http from 'node:http';
import { json } from 'node:stream/consumers';
import type { Page } from 'puppeteer-core';
import { retype, waitForText } from '../support/drive.js';
import { freePort, serve } from '../support/serve.js';
import { html, isUser, USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'influxdb.test';
const SECRET = 'a shared secret that is long enough';

/**
 * InfluxDB 1.x, asked by a page with the JWT that its documentation describes; the page's own
 * server makes it.
 */
export const application: Application = {
  name: 'influxdb',
  kind: 'application',
  language: 'Go',
  packages: ['influxdb'],
  docs: [
    // "Authenticate using JWT tokens: … shared-secret … username, exp … Authorization: Bearer
    // <myToken>".
    'https://docs.influxdata.com/influxdb/v1/administration/authentication_and_authorization/#authenticate-using-jwt-tokens',
    // /query: `db`, `q`; /write: line protocol.
    'https://docs.influxdata.com/influxdb/v1/tools/api/',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: '/token', role: 'access-token', format: 'jwt' },
      { carrier: 'sessionStorage', name: 'influx-token', role: 'access-token', format: 'jwt' },
      { carrier: 'url', name: /^(?:db|q)$/, role: 'other' },
    ],
  },
  proof: { url: /\/query\?/, knows: ({ status }) => status === 200 },
  start,
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await press(page, 'databases', '401');
    await step('failed-login');
    await logIn(page, 'wrong', 'refused');
    await step('login');
    await logIn(page, USER.password, 'logged in');
    await step('use');
    await press(page, 'databases', '"mill"');
    await press(page, 'write', '204');
    await press(page, 'points', '"cards"');
    await page.reload();
    await press(page, 'measurements', '"cards"');
    await press(page, 'points', '"cards"');
    await step('logout');
    await press(page, 'out', 'logged out');
    await press(page, 'databases', '401');
    await step('login-2');
    await logIn(page, USER.password, 'logged in');
    await press(page, 'points', '"cards"');
  },
};

async function logIn(page: Page, password: string, answer: string): Promise<void> {
  await retype(page, '#name', USER.name);
  await retype(page, '#password', password);
  await press(page, 'in', answer);
}

async function press(page: Page, button: string, answer: string): Promise<void> {
  await page.$eval('#said', (said) => (said.textContent = ''));
  await page.click(`#${button}`);
  await waitForText(page, '#said', answer);
}

async function start(scratch: Scratch) {
  const [port, rpc] = await Promise.all([freePort(), freePort()]);
  const config = scratch.write(
    'influxdb.conf',
    `reporting-disabled = true
bind-address = "127.0.0.1:${rpc}"
[meta]
  dir = "${scratch.path('meta')}"
[data]
  dir = "${scratch.path('data')}"
  wal-dir = "${scratch.path('wal')}"
[monitor]
  store-enabled = false
[http]
  bind-address = "127.0.0.1:${port}"
  auth-enabled = true
  shared-secret = "${SECRET}"
`,
  );
  scratch.serve('influxd', ['-config', config]);
  await waitUntilUp(port);
  const ask = async (q: string, query = '') => {
    const answer = await fetch(`http://127.0.0.1:${port}/query${query}`, {
      method: 'POST',
      body: new URLSearchParams({ q }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  };
  // The first account is made without one.
  await ask(`CREATE USER ${USER.name} WITH PASSWORD '${USER.password}' WITH ALL PRIVILEGES`);
  await ask('CREATE DATABASE mill', `?u=${USER.name}&p=${USER.password}`);
  const { url } = await serve(HOST, () => site(`http://${HOST}:${port}`));
  return { url, stop: () => scratch.stop() };
}

/** The page, and what makes its tokens. */
function site(influx: string): http.RequestListener {
  return async (request, response) => {
    if (request.url !== '/token') {
      response.setHeader('Content-Type', 'text/html');
      return void response.end(html('Mill', pageOf(influx)));
    }
    const { name, password } = (await json(request)) as Record<string, unknown>;
    const known = isUser(name, password);
    response.writeHead(known ? 200 : 401, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(known ? { token: tokenFor(USER.name) } : { error: 'refused' }));
  };
}

function tokenFor(username: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + 3600;
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ username, exp })}`;
  return `${text}.${createHmac('sha256', SECRET).update(text).digest('base64url')}`;
}

function pageOf(influx: string): string {
  return `<input id="name"><input id="password" type="password"><button id="in">Log in</button>
<button id="databases">Databases</button> <button id="measurements">Measurements</button>
<button id="points">Points</button> <button id="write">Write</button> <button id="out">Log out</button>
<pre id="said"></pre><script>
const $ = (id) => document.getElementById(id);
const say = (text) => { $('said').textContent = text; };
const ask = async (path, options = {}) => {
  const token = sessionStorage.getItem('influx-token');
  const headers = token ? { Authorization: 'Bearer ' + token } : {};
  const answer = await fetch('${influx}' + path, { ...options, headers });
  say(answer.status + ' ' + (await answer.text()));
};
const query = (q) => () => ask('/query?' + new URLSearchParams({ db: 'mill', q }));
$('databases').onclick = query('SHOW DATABASES');
$('measurements').onclick = query('SHOW MEASUREMENTS');
$('points').onclick = query('SELECT * FROM cards');
$('write').onclick = () => ask('/write?db=mill', { method: 'POST', body: 'cards,operator=ada punched=7' });
$('out').onclick = () => { sessionStorage.removeItem('influx-token'); say('logged out'); };
$('in').onclick = async () => {
  const body = JSON.stringify({ name: $('name').value, password: $('password').value });
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch('/token', { method: 'POST', headers, body });
  if (!answer.ok) return say('refused');
  sessionStorage.setItem('influx-token', (await answer.json()).token);
  say('logged in');
};
</script>`;
}
