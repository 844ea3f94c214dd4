import express, { type Express } from 'express';
import type { Application } from './support/application.js';
import { b64, now, restIs, signedToken, strolls, url64 } from './support/guest-site.js';
import { allowAll, type OriginOf, pages, serveParties } from './support/parties.js';
import { NOBODY } from './support/visitor.js';

const HOST = 'sketchpad.test';
const IDENTITY = 'identity.sketchpad.test';
const STORE = 'store.sketchpad.test';
const KEY = `AIza${url64(26).slice(0, 35)}`;

/** A drawing board whose client signs every visitor in as a nobody, so that the drawing is kept. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-anonymous',
  docs: [
    // "create and use temporary anonymous accounts"; provider_id: anonymous.
    'https://firebase.google.com/docs/auth/web/anonymous-auth',
    // accounts:signUp with no email: idToken, refreshToken, localId; token?key= renews.
    'https://firebase.google.com/docs/reference/rest/auth#section-sign-in-anonymously',
    // "API keys for Firebase services are OK to include in code".
    'https://firebase.google.com/docs/projects/api-keys',
  ],
  truth: {
    // An account that nobody chose: its token opens this visitor's drawing and asks nobody's name.
    mechanism: ['bearer-token', 'none'],
    host: HOST,
    credentials: [
      {
        carrier: 'body',
        name: /^\/(?:idToken|id_token|access_token)$/,
        role: ['id-token', 'access-token'],
      },
      { carrier: 'header', name: 'authorization', role: ['id-token', 'access-token'] },
      { carrier: 'body', name: /(?:refreshToken|refresh_token)$/, role: 'refresh-token' },
      { carrier: 'localStorage', name: /refreshToken$/, role: 'refresh-token' },
      { carrier: 'localStorage', name: /accessToken$/, role: ['id-token', 'access-token'] },
      { carrier: 'url', name: 'key', role: 'api-key' },
      { carrier: 'localStorage', name: /apiKey$/, role: 'api-key' },
      ...restIs(),
    ],
  },
  // Of a guest, or of the page: an expert would take these back.
  findings: {
    forbidden: [
      { ruleId: 'refresh-token-readable', name: /refreshToken/ },
      { ruleId: 'refresh-token-not-rotated', name: /refreshToken/ },
      { ruleId: 'token-in-local-storage', name: /accessToken|refreshToken/ },
    ],
  },
  start: () => serveParties(HOST, { [HOST]: board, [IDENTITY]: identity, [STORE]: store }),
  visit: strolls(
    ['/', '/gallery'],
    [
      { on: '/', press: '#draw' },
      { on: '/gallery', press: '#draw' },
    ],
  ),
};

function board(app: Express, originOf: OriginOf): void {
  const script = `
const at = 'firebase:authUser:${KEY}:[DEFAULT]';
const ask = (url, body, headers = {}) => fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Client-Version': 'Chrome/JsCore/10.12.2/FirebaseCore-web', ...headers }, body: JSON.stringify(body) }).then((answer) => answer.json());
async function signed() {
  const held = JSON.parse(localStorage.getItem(at) ?? 'null');
  if (held) {
    const next = await ask('${originOf(IDENTITY)}/v1/token?key=${KEY}', { grant_type: 'refresh_token', refresh_token: held.stsTokenManager.refreshToken });
    held.stsTokenManager.accessToken = next.access_token;
    localStorage.setItem(at, JSON.stringify(held)); return held;
  }
  const { idToken, refreshToken, localId } = await ask('${originOf(IDENTITY)}/v1/accounts:signUp?key=${KEY}', { returnSecureToken: true });
  const user = { uid: localId, emailVerified: false, isAnonymous: true, providerData: [], stsTokenManager: { refreshToken, accessToken: idToken, expirationTime: Date.now() + 3600000 }, createdAt: String(Date.now()), lastLoginAt: String(Date.now()), apiKey: '${KEY}', appName: '[DEFAULT]' };
  localStorage.setItem(at, JSON.stringify(user)); return user;
}
const user = signed();
document.querySelector('#draw').onclick = async () => {
  const { uid, stsTokenManager } = await user;
  await ask('${originOf(STORE)}/v1/documents/drawings/' + uid, { line: [1, 2, 3] }, { Authorization: 'Bearer ' + stsTokenManager.accessToken });
};`;
  pages(app, ['', 'gallery'], {
    body: () => `<button id="draw">Draw</button><script type="module">${script}</script>`,
  });
}

function identity(app: Express): void {
  const token = (uid: string) =>
    signedToken({
      provider_id: 'anonymous',
      iss: 'https://securetoken.google.com/sketchpad',
      aud: 'sketchpad',
      auth_time: now(),
      user_id: uid,
      sub: uid,
      firebase: { identities: {}, sign_in_provider: 'anonymous' },
    });
  const refresh = () => `AMf-vBx${url64(150)}`;
  allowAll(app);
  app.use(express.json());
  app.post('/v1/accounts\\:signUp', (_, response) => {
    const localId = url64(21);
    response.json({
      kind: 'identitytoolkit#SignupNewUserResponse',
      idToken: token(localId),
      refreshToken: refresh(),
      expiresIn: '3600',
      localId,
    });
  });
  app.post('/v1/token', (request, response) => {
    const idToken = token(url64(21));
    const { refresh_token } = request.body as { refresh_token: string };
    response.json({
      access_token: idToken,
      id_token: idToken,
      token_type: 'Bearer',
      refresh_token,
    });
  });
}

function store(app: Express): void {
  allowAll(app);
  app.post('/v1/documents/drawings/:uid', (request, response) =>
    request.get('authorization')
      ? response.json({ updateTime: new Date().toISOString(), etag: b64(12) })
      : response.status(403).json({ error: { status: 'PERMISSION_DENIED' } }),
  );
}
