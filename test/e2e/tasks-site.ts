import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { jwtOf } from '../support/jose.js';
import { html, type Lab, startLab } from './capture/lab.js';

/** Seconds that the token of `/short` lives. */
const SHORT = 2;

const cookiesOf = ({ headers }: IncomingMessage): string => headers.cookie ?? '';

const LOGIN = `<form method="post"><input name="username" value="ada">
  <input name="password" type="password" value="engine"><button id="log-in">Log in</button></form>`;

/** Keeps the token where scripts find it, and calls the API with it. */
const APP = `<body><script>
window.logIn = async (path) => {
  const fields = new URLSearchParams({ username: 'ada', password: 'engine' });
  const { access_token } = await (await fetch(path, { method: 'POST', body: fields })).json();
  localStorage.setItem('access_token', access_token);
  return JSON.parse(atob(access_token.split('.')[1])).exp;
};
window.call = async () => (await fetch('/api/me', {
  headers: { authorization: 'Bearer ' + localStorage.getItem('access_token') } })).status;
</script>`;

export interface TasksSite extends Lab {
  /** The server forgets every session, as one that is restarted does. */
  restart(): void;
}

/** A site that ends a user's login in every way in which one ends without a logout. */
export async function startTasksSite(): Promise<TasksSite> {
  const sessions = new Set<string>();
  const known = (request: IncomingMessage) =>
    sessions.has(/sid=([0-9a-f]+)/.exec(cookiesOf(request))?.[1] ?? '');
  const begin = (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'GET') return html(response, LOGIN);
    const id = randomBytes(16).toString('hex');
    sessions.add(id);
    response.writeHead(303, { 'set-cookie': `sid=${id}; Path=/; HttpOnly`, location: '/account' });
    response.end();
  };
  const refuse = (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'GET') return html(response, LOGIN);
    const id = randomBytes(16).toString('hex');
    const cookie = `__Host-sid=${id}; Path=/; HttpOnly`;
    response.writeHead(303, { 'set-cookie': cookie, location: '/refused-account' });
    response.end();
  };
  const account = (request: IncomingMessage, response: ServerResponse) => {
    if (known(request)) return html(response, '<h1 id="account">Hello Ada</h1>');
    response.writeHead(302, { location: '/login' }).end();
  };
  const token = (seconds: number) => (request: IncomingMessage, response: ServerResponse) => {
    const origin = `http://${request.headers.host}`;
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: origin, aud: origin, sub: 'ada', iat: now, exp: now + seconds };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ access_token: jwtOf(claims), token_type: 'Bearer' }));
  };
  const me = ({ headers }: IncomingMessage, response: ServerResponse) => {
    const payload = headers.authorization?.split('.')[1] ?? '';
    const { exp = 0 } = JSON.parse(Buffer.from(payload, 'base64url').toString() || '{}') as {
      exp?: number;
    };
    const wrong = { 'www-authenticate': 'Bearer error="invalid_token"' };
    if (exp <= Date.now() / 1000) return response.writeHead(401, wrong).end();
    response.setHeader('content-type', 'application/json');
    return response.end('{"name":"Ada"}');
  };
  const lab = await startLab({
    '/login': begin,
    '/account': account,
    '/refused': refuse,
    '/refused-account': (_, response) => response.writeHead(302, { location: '/refused' }).end(),
    '/app': (_, response) => html(response, APP),
    '/short': token(SHORT),
    '/long': token(900),
    '/api/me': me,
  });
  return { ...lab, restart: () => sessions.clear() };
}
