import { createHash, randomBytes } from 'node:crypto';
import { html, isUser, loginPage } from '../../../accuracy/support/site.js';
import type { Site } from './site.js';
import { claimsFor, es256 } from './tokens.js';

interface Asked {
  [name: string]: string | undefined;
}

const random = () => randomBytes(24).toString('base64url');

/**
 * A small authorization server: it asks for the password, gives a code or tokens, and holds clients
 * to the challenge that they sent (RFC 6749 §4.1 and §4.2, RFC 7636 §4.6).
 */
export function authorizationServer(): Site {
  const codes = new Map<string, Asked>();
  const tokens = new Set<string>();
  const give = ({ scope = '', nonce, client_id }: Asked, iss: string) => {
    const access_token = random();
    tokens.add(access_token);
    const id = { iss, aud: client_id, sub: 'ada', nonce };
    const idToken = scope.includes('openid') ? { id_token: es256(claimsFor(300, id)) } : {};
    return { access_token, token_type: 'Bearer', expires_in: 600, ...idToken };
  };
  return {
    lines: [],
    headers: { 'content-security-policy': "frame-ancestors 'none'" },
    more: (app) => {
      app.get('/authorize', (request, response) => {
        const form = loginPage().replace('action="/login"', `action="${request.url}"`);
        response.send(form);
      });
      app.post('/authorize', (request, response) => {
        const { username, password } = request.body as Asked;
        if (!isUser(username, password)) return void response.status(401).end();
        const asked = request.query as Asked;
        const iss = `https://${request.headers.host}`;
        const back = new URL(asked.redirect_uri ?? '');
        const state: Record<string, string> = asked.state ? { state: asked.state } : {};
        if (asked.response_type === 'code') {
          const code = random();
          codes.set(code, asked);
          back.search = String(new URLSearchParams({ code, ...state, iss }));
        } else {
          const { access_token, ...given } = give(asked, iss);
          const gave = asked.response_type?.split(' ').includes('token') ? { access_token } : {};
          const fields = Object.entries({ ...given, ...gave, ...state });
          back.hash = String(
            new URLSearchParams(fields.map(([name, value]) => [name, `${value}`])),
          );
        }
        response.redirect(303, back.href);
      });
      app.use((_, response, next) => {
        response.set({ 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' });
        next();
      });
      app.options('/{*path}', (_, response) => void response.status(204).end());
      app.post('/token', (request, response) => {
        const sent = request.body as Asked;
        const iss = `https://${request.headers.host}`;
        if (sent.grant_type === 'password')
          return void (isUser(sent.username, sent.password)
            ? response.json(give(sent, iss))
            : response.status(400).json({ error: 'invalid_grant' }));
        const asked = codes.get(sent.code ?? '');
        codes.delete(sent.code ?? '');
        if (!asked || asked.redirect_uri !== sent.redirect_uri || !isVerified(asked, sent))
          return void response.status(400).json({ error: 'invalid_grant' });
        response.json(give(asked, iss));
      });
      app.get('/userinfo', ({ headers }, response) => {
        const isGiven = tokens.has((headers.authorization ?? '').replace('Bearer ', ''));
        response.status(isGiven ? 200 : 401).json(isGiven ? { name: 'Ada Lovelace' } : {});
      });
    },
  };
}

function isVerified({ code_challenge, code_challenge_method }: Asked, sent: Asked): boolean {
  const { code_verifier = '' } = sent;
  if (code_challenge === undefined) return code_verifier === '';
  if (code_challenge_method !== 'S256') return code_verifier === code_challenge;
  return createHash('sha256').update(code_verifier).digest('base64url') === code_challenge;
}

/** Parameters of an authorization request; `<random>` and the like are made anew for each. */
export type Request = readonly (readonly [name: string, value: string])[];

/** A client in a page, that does what each parameter of its request is for. */
export function client(
  server: string,
  request: Request,
  { by, secret }: { by?: 'password' | undefined; secret?: string | undefined },
): Site {
  const page = html('Client', `<p id="profile"></p>${SCRIPT}`);
  const settings = JSON.stringify({ server, request, by, secret });
  const overHttp = request.some(([, value]) => value.startsWith('http:'));
  return {
    lines: [],
    // One of them comes back over http, which the browser would make https.
    headers: overHttp ? { 'strict-transport-security': undefined } : {},
    more: (app) => {
      app.get('/settings.js', (_, response) => {
        response.type('js').send(`const settings = ${settings};`);
      });
      app.get(['/client', '/callback'], (_, response) => void response.send(page));
    },
  };
}

const SCRIPT = `<form id="login" onsubmit="logIn(); return false"><input name="username"><input name="password" type="password"></form>
<script src="/settings.js"></script>
<script>
  const { server, request, by, secret } = settings;
  const asked = () => JSON.parse(sessionStorage.asked ?? 'null') ?? {};
  const base64url = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));
  const hashed = async (text) => base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));

  async function begin() {
    const verifier = random();
    const made = {
      '<random>': random,
      '<BASE64URL(SHA256(code_verifier))>': () => hashed(verifier),
      '<code_verifier>': () => verifier,
    };
    const filled = {};
    for (const [name, value] of request) filled[name] = await (made[value] ?? (() => value))();
    sessionStorage.asked = JSON.stringify({ ...filled, verifier: filled.code_challenge && verifier });
    location.assign(server + '/authorize?' + new URLSearchParams(filled));
  }

  async function token(fields) {
    const answer = await fetch(server + '/token', { method: 'POST', body: new URLSearchParams(fields) });
    return answer.json();
  }

  async function logIn() {
    const { username, password } = document.querySelector('#login');
    const fields = { grant_type: 'password', username: username.value, password: password.value };
    await show(await token({ ...Object.fromEntries(request), ...fields }));
  }

  async function show({ access_token, id_token }) {
    const claims = id_token && JSON.parse(atob(id_token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
    if (asked().nonce !== undefined && claims?.nonce !== asked().nonce) return;
    if (!access_token) return showName(claims?.sub === 'ada' ? 'Ada Lovelace' : '');
    const answer = await fetch(server + '/userinfo', { headers: { authorization: 'Bearer ' + access_token } });
    showName((await answer.json()).name);
  }

  const showName = (name) => { document.querySelector('#profile').textContent = name ?? ''; };

  async function finish() {
    const given = Object.fromEntries(new URLSearchParams(location.hash.slice(1) || location.search));
    const { state, verifier, client_id, redirect_uri } = asked();
    history.replaceState(null, '', '/callback');
    if (state !== undefined && given.state !== state) return;
    if (!given.code) return show(given);
    const fields = { grant_type: 'authorization_code', code: given.code, client_id, redirect_uri };
    await show(await token({ ...fields, ...(verifier && { code_verifier: verifier }), ...(secret && { client_secret: secret }) }));
  }

  const done = () => { document.body.dataset.ready = '1'; };
  if (location.pathname === '/callback') finish().finally(done);
  else if (by === undefined) begin();
</script>`;
