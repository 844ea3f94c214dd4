// Socket.IO with `auth: { token }`, as its documentation has it: an opaque token of a login, in the first packet only.
const { randomBytes } = require('node:crypto');
const { frame, isUser, require_ } = require('./frame.cjs');
const { Server } = require_('socket.io');

const { app, server, show, open } = frame({
  title: 'Board',
  client: `
import { io } from 'socket.io-client';
const kept = () => localStorage.getItem('board_user') && JSON.parse(localStorage.getItem('board_user')).key;
const socket = io({ autoConnect: false, auth: (give) => give({ token: kept() }) });
const connect = () => new Promise((done, fail) => { socket.once('connect', () => done()); socket.once('connect_error', (error) => { socket.disconnect(); fail(error.message); }); socket.connect(); });
const client = {
  ready: () => kept() && connect(),
  logIn: async (nick, pass) => {
    const answer = await fetch('/api/enter', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ nick, pass }) });
    if (!answer.ok) throw answer.status;
    localStorage.setItem('board_user', JSON.stringify(await answer.json()));
    await connect();
  },
  load: async () => { if (!socket.connected) await connect(); return socket.emitWithAck('list'); },
  add: () => socket.emitWithAck('pin', 'A card').then(() => {}),
  logOut: async () => { await socket.emitWithAck('leave'); socket.disconnect(); localStorage.removeItem('board_user'); },
};`,
});

const keys = new Set();
let cards = 0;
app.post('/api/enter', (request, response) => {
  if (!isUser(request.body.nick, request.body.pass))
    return void response.status(403).json({ why: 'wrong' });
  const key = randomBytes(24).toString('hex');
  keys.add(key);
  response.json({ nick: 'ada', colour: '#2a6', key });
});
const io = new Server(server);
io.use((socket, next) =>
  keys.has(socket.handshake.auth.token) ? next() : next(new Error('unauthorized')),
);
io.on('connection', (socket) => {
  socket.on('list', (answer) => answer(cards));
  socket.on('pin', (_, answer) => answer((cards += 1)));
  socket.on('leave', (answer) => (keys.delete(socket.handshake.auth.token), answer(true)));
});
app.get('/', show);
open();
