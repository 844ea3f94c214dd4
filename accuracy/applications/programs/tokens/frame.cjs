// What the programs of this folder share: one page, whose script calls what the program's `client` exports, and its server.
const { readFileSync } = require('node:fs');
const http = require('node:http');
const https = require('node:https');
const { dirname } = require('node:path');
const { createRequire } = require('node:module');

const require_ = createRequire(process.env.PACKAGES);
const { USER_NAME, USER_PASSWORD, PORT, TLS } = process.env;

/** The page's own part: buttons that say what became of them. `client` has logIn, load, add, logOut, perhaps more. */
const BUTTONS = `
const $ = (id) => document.querySelector(id);
const say = (text) => { $('#said').textContent = text; };
const on = (id, done, action) => { if ($(id) && action) $(id).onclick = async () => {
  say('…');
  try { const said = await action(); say(done + (said === undefined ? '' : ': ' + said)); }
  catch (error) { say('refused ' + error); } }; };
$('#login').onsubmit = (event) => { event.preventDefault(); };
on('#login button', 'welcome', () => client.logIn($('#login [name=who]').value, $('#login [type=password]').value));
on('#load', 'notes', client.load);
on('#add', 'added', client.add);
on('#more', 'more', client.more);
on('#renew', 'renewed', client.renew);
on('#out', 'bye', client.logOut);
on('#theme', 'dark', () => { localStorage.setItem('theme', 'dark'); });
window.ready = Promise.resolve(client.ready?.()).then(() => say('ready'), () => say('ready'));
`;

const page = (
  title,
  head,
) => `<!doctype html><title>${title}</title><link rel="icon" href="data:,">${head}
<form id="login"><input name="who"><input name="secret" type="password"><button>Log in</button></form>
<button id="load">Load</button> <button id="add">Add</button> <button id="more">More</button> <button id="renew">Renew</button>
<button id="theme">Dark</button> <button id="out">Log out</button><p id="said"></p><script type="module" src="/app.js"></script>`;

/** Whether these are the one account's name (or address) and password. */
const isUser = (name, password) =>
  (name === USER_NAME || name === `${USER_NAME}@example.test`) && password === USER_PASSWORD;

/** The page with that client script, which may import packages; `app` is Express, `server` its server. */
function frame({ title, client, head = () => '' }) {
  const express = require_('express');
  const app = express();
  const bundle = require_('esbuild').buildSync({
    stdin: { contents: client + BUTTONS, resolveDir: dirname(process.env.PACKAGES) },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
  }).outputFiles[0].text;
  const server = TLS
    ? https.createServer({ key: readFileSync(`${TLS}.key`), cert: readFileSync(`${TLS}.pem`) }, app)
    : http.createServer(app);
  app.use(express.json(), express.urlencoded({ extended: false }));
  app.get('/app.js', (_, response) => response.type('js').send(bundle));
  const show = (request, response) => response.send(page(title, head(request, response)));
  return { app, server, express, show, open: () => server.listen(Number(PORT), '127.0.0.1') };
}

module.exports = { frame, isUser, require_ };
