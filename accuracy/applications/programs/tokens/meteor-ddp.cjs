// Meteor's accounts over DDP, as accounts-base keeps them: `Meteor.loginToken` from the method "login", brought back with
// `{ resume }`; beside the connection's session id.
const { createHash, randomBytes } = require('node:crypto');
const { frame, require_ } = require('./frame.cjs');
const { WebSocketServer } = require_('ws');

const { app, server, show, open } = frame({
  title: 'Tasks',
  client: `
import simpleDDP from 'simpleddp';
const ddp = new simpleDDP({ endpoint: location.origin.replace('http', 'ws') + '/websocket', SocketConstructor: WebSocket, reconnectInterval: 5000 });
const keep = ({ id, token, tokenExpires }) => { localStorage.setItem('Meteor.userId', id); localStorage.setItem('Meteor.loginToken', token); localStorage.setItem('Meteor.loginTokenExpires', new Date(tokenExpires.$date ?? tokenExpires).toString()); };
const client = {
  ready: async () => { await ddp.connect(); const resume = localStorage.getItem('Meteor.loginToken'); if (resume) keep(await ddp.call('login', { resume })); },
  logIn: async (username, text) => { const hash = [...text].reduce((a, c) => (a * 31 + c.charCodeAt(0)) >>> 0, 7).toString(16).padStart(64, '0'); keep(await ddp.call('login', { user: { username }, password: { digest: hash, algorithm: 'sha-256' } })); },
  load: () => ddp.call('tasks.count'),
  add: () => ddp.call('tasks.insert', 'Milk').then(() => {}),
  logOut: async () => { await ddp.call('logout'); for (const name of ['userId', 'loginToken', 'loginTokenExpires']) localStorage.removeItem('Meteor.' + name); },
};`,
});

const digest = [...process.env.USER_PASSWORD]
  .reduce((a, c) => (a * 31 + c.charCodeAt(0)) >>> 0, 7)
  .toString(16)
  .padStart(64, '0');
const tokens = new Set();
const hashed = (token) => createHash('sha256').update(token).digest('base64');
let tasks = 0;
new WebSocketServer({ server, path: '/websocket' }).on('connection', (ws) => {
  let user;
  const say = (message) => ws.send(JSON.stringify(message));
  const methods = {
    login: ([{ resume, user: named, password }]) => {
      if (
        resume
          ? !tokens.has(hashed(resume))
          : named?.username !== process.env.USER_NAME || password?.digest !== digest
      )
        throw new Error('Something went wrong. Please check your credentials.');
      const token = resume ?? randomBytes(32).toString('base64url');
      tokens.add(hashed(token));
      user = 'kE5q2Wv9PzRt7yXbN';
      return {
        id: user,
        token,
        tokenExpires: { $date: Date.now() + 7_776_000_000 },
        type: resume ? 'resume' : 'password',
      };
    },
    logout: () => ((user = undefined), tokens.clear()),
    'tasks.count': () => {
      if (!user) throw new Error('not-authorized');
      return tasks;
    },
    'tasks.insert': () => {
      if (!user) throw new Error('not-authorized');
      return (tasks += 1);
    },
  };
  ws.on('message', (text) => {
    const { msg, id, method, params } = JSON.parse(text);
    if (msg === 'connect')
      say({ msg: 'connected', session: randomBytes(13).toString('base64url').slice(0, 17) });
    if (msg === 'ping') say({ msg: 'pong', id });
    if (msg !== 'method') return;
    try {
      say({ msg: 'result', id, result: methods[method](params) });
    } catch ({ message }) {
      say({
        msg: 'result',
        id,
        error: {
          isClientSafe: true,
          error: 403,
          reason: message,
          message: `${message} [403]`,
          errorType: 'Meteor.Error',
        },
      });
    }
    say({ msg: 'updated', methods: [id] });
  });
});
app.get('/', show);
open();
