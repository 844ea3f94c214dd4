// A chat on SocketCluster as its documentation builds one: login by a procedure, `setAuthToken`, a channel; and history by HTTP.
const { createServer } = require('node:http');
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const require_ = createRequire(process.env.PACKAGES);
const server = createServer();
const agServer = require_('socketcluster-server').attach(server, {
  authKey: 'a key of one’s own, long enough to keep',
  authDefaultExpiry: 3600,
});
const client = readFileSync(require_.resolve('socketcluster-client/socketcluster-client.min.js'));
const history = [];

const PAGE = `<!doctype html><title>Chat</title><link rel="icon" href="data:,">
<form id="login"><input name="username"><input name="password" type="password"><button>Join</button></form>
<input id="line"><button id="send">Send</button> <button id="load">History</button> <button id="dark">Dark</button> <button id="out">Leave</button>
<p id="said"></p><ul id="lines"></ul><script type="module">
import * as socketClusterClient from '/socketcluster-client.js';
const $ = (id) => document.querySelector(id);
const say = (text) => { $('#said').textContent = text; };
const socket = socketClusterClient.create({ path: '/socketcluster/' });
(async () => { for await (const { isAuthenticated } of socket.listener('connect')) say(isAuthenticated ? 'welcome back' : 'connected'); })();
(async () => { for await (const line of socket.subscribe('chat')) $('#lines').insertAdjacentHTML('beforeend', '<li>' + line + '</li>'); })();
const call = (name, data, done) => socket.invoke(name, data).then(() => say(done), () => say('refused'));
$('#login').onsubmit = (event) => { event.preventDefault(); call('login', Object.fromEntries(new FormData($('#login'))), 'joined'); };
$('#send').onclick = () => call('say', $('#line').value, 'sent');
$('#dark').onclick = () => { localStorage.setItem('chat.theme', 'dark'); say('dark'); };
$('#load').onclick = async () => {
  const answer = await fetch('/history', { headers: { Authorization: 'Bearer ' + (socket.signedAuthToken ?? '') } });
  say(answer.ok ? 'lines: ' + (await answer.json()).length : 'refused');
};
$('#out').onclick = async () => { await socket.deauthenticate(); say('left'); };
</script>`;

server.on('request', async (request, response) => {
  if (request.url.startsWith('/socketcluster/')) return;
  if (request.url === '/socketcluster-client.js')
    response.setHeader('Content-Type', 'text/javascript').end(client);
  else if (request.url === '/history') {
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const known = await agServer.auth
      .verifyToken(token, agServer.verificationKey, {})
      .catch(() => undefined);
    response.statusCode = known ? 200 : 401;
    response
      .setHeader('Content-Type', 'application/json')
      .end(JSON.stringify(known ? history : { error: 'not known' }));
  } else response.setHeader('Content-Type', 'text/html').end(PAGE);
});

(async () => {
  for await (const { socket } of agServer.listener('connection')) {
    (async () => {
      for await (const request of socket.procedure('login')) {
        const { username, password } = request.data;
        if (username === process.env.USER_NAME && password === process.env.USER_PASSWORD) {
          socket.setAuthToken({ username });
          request.end();
        } else
          request.error(
            Object.assign(new Error('Unknown name or password'), { name: 'LoginError' }),
          );
      }
    })();
    (async () => {
      for await (const request of socket.procedure('say')) {
        if (!socket.authToken) {
          request.error(new Error('Log in first'));
          continue;
        }
        history.push(`${socket.authToken.username}: ${request.data}`);
        agServer.exchange.transmitPublish('chat', history.at(-1));
        request.end();
      }
    })();
  }
})();
server.listen(Number(process.env.PORT), '127.0.0.1');
