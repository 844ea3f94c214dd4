import { randomBytes, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import express, { type Express } from 'express';
import { allowAll, clientFile, thirdPartyCookie } from './parties.js';

const LICENSE = '14283920';
const PLACE = 3_416_722;

/** Both widgets, and the page's own vote. */
export const widgets = (tokens: string, talks: string, polls: string) => `
import { io } from 'socket.io-client';
const json = { 'Content-Type': 'application/json' };
const on = (id, act) => document.querySelector(id).addEventListener('click', act);
on('#useful', async () => {
  const { current_session: { csrf_token: token } } = await (await fetch('/hc/api/internal/csrf_token.json')).json();
  await fetch('/votes', { method: 'POST', headers: { ...json, 'X-CSRF-Token': token }, body: '{"value":"up"}' });
});
const kept = '@@lc_auth_token:${LICENSE}';
const authorize = async () => {
  const held = JSON.parse(localStorage.getItem(kept) ?? 'null');
  if (held && held.expires > Date.now()) return held.accessToken;
  const answer = await fetch('${tokens}/v2/customer/token', { method: 'POST', credentials: 'include', headers: json, body: JSON.stringify({ response_type: 'token', grant_type: 'cookie', client_id: 'c5e4f61e1a6c3b1521b541bc5c5a2ac5', license_id: ${LICENSE} }) });
  const { access_token: accessToken, entity_id: entityId, expires_in: life } = await answer.json();
  localStorage.setItem(kept, JSON.stringify({ accessToken, entityId, expires: Date.now() + life * 1000, tokenType: 'Bearer' }));
  return accessToken;
};
let socket;
on('#chat', async () => {
  const token = await authorize();
  socket = io('${talks}', { transports: ['websocket'], auth: { token } });
  const show = (text) => { document.querySelector('#said').textContent += text; };
  socket.on('greeting', ({ text, chat_id: id }) => { show(text); localStorage.setItem('chat_id', id); });
  socket.on('line', show);
  localStorage.setItem('side_storage_${LICENSE}', JSON.stringify({ minimized: false, opened: true }));
});
on('#say', () => socket.emit('send_event', { text: document.querySelector('#line').value }));
const site = ${PLACE};
const write = (name, value, life) => { document.cookie = name + '=' + btoa(JSON.stringify(value)) + '; path=/; secure; samesite=none; max-age=' + life; };
const user = document.cookie.match(/_hjSessionUser_\\d+=([^;]+)/);
const { id } = user ? JSON.parse(atob(user[1])) : { id: crypto.randomUUID().replaceAll('-', '').slice(0, 16) + '-5c1f-5a41-8e72-1b3f7a' };
write('_hjSessionUser_' + site, { id, created: Date.now(), existing: Boolean(user) }, 31536000);
write('_hjSession_' + site, { id: crypto.randomUUID(), c: Date.now(), s: 1, r: 0, sb: 0, sr: 0, se: 0, fs: 1 }, 1800);
sessionStorage.setItem('_hjUserAttributesHash', '5f1c');
localStorage.setItem('_hjUserAttributes', JSON.stringify({ userId: null }));
on('#happy', async () => {
  document.cookie = '_hjDonePolls=81230; path=/; secure; max-age=31536000';
  await fetch('${polls}/api/v1/sites/' + site + '/feedback', { method: 'POST', headers: json, body: JSON.stringify({ user_uuid: id, emotion: 4, device: 'desktop', poll: 81230 }) });
});
`;

/** Gives a visitor an id and a token for this visitor's own conversation. */
export function accounts(app: Express): void {
  allowAll(app);
  app.use(express.json());
  app.post('/v2/customer/token', (request, response) => {
    const held = request.get('cookie') ?? '';
    const customer = /__lc_cid=([^;]+)/.exec(held)?.[1] ?? randomUUID();
    thirdPartyCookie(response, '__lc_cid', customer, 730);
    response.cookie('__lc_cst', randomBytes(40).toString('hex'), {
      maxAge: 63_072_000_000,
      secure: true,
      httpOnly: true,
      sameSite: 'none',
    });
    response.json({
      access_token: `dal:${randomBytes(16).toString('base64url')}`,
      client_id: String(request.body.client_id),
      entity_id: customer,
      expires_in: 28_800,
      token_type: 'Bearer',
      organization_id: randomUUID(),
    });
  });
}

interface Talk {
  handshake: { auth: { token?: string } };
  emit(event: string, data: unknown): void;
  on(event: string, act: (data: { text: string }) => void): void;
}

/** The chat's end of the WebSocket. */
export function talk(server: object): void {
  const { Server } = createRequire(import.meta.url)(clientFile('socket.io')) as {
    Server: new (
      server: object,
      options: object,
    ) => { on(event: string, act: (talk: Talk) => void): void };
  };
  new Server(server, { cors: { origin: true, credentials: true } }).on('connection', (one) => {
    if (!one.handshake.auth.token?.startsWith('dal:')) return;
    one.emit('greeting', {
      text: 'Welcome. ',
      chat_id: randomBytes(5).toString('hex').toUpperCase(),
    });
    one.on('send_event', ({ text }) => one.emit('line', text));
  });
}
