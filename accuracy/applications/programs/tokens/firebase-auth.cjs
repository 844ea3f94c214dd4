// Firebase's Auth SDK against the Identity Toolkit's REST API, as its emulator speaks it; a back end that takes the ID token.
const { randomBytes } = require('node:crypto');
const { frame, isUser, require_ } = require('./frame.cjs');
const jwt = require_('jsonwebtoken');

const { app, show, open } = frame({
  title: 'Recipes',
  client: `
import { initializeApp } from 'firebase/app';
import { getAuth, connectAuthEmulator, signInWithEmailAndPassword, signOut } from 'firebase/auth';
const auth = getAuth(initializeApp({ apiKey: 'AIzaSyD3m0K3yF0rTh3R3c1p3sS1te000000000', authDomain: 'recipes-demo.firebaseapp.com', projectId: 'recipes-demo', appId: '1:428193057:web:5c9e1f' }));
connectAuthEmulator(auth, location.origin, { disableWarnings: true });
const api = async (path, options) => {
  const token = await auth.currentUser?.getIdToken();
  const answer = await fetch('/api' + path, { ...options, headers: token ? { Authorization: 'Bearer ' + token } : {} });
  if (!answer.ok) throw answer.status;
  return answer.json();
};
const client = {
  ready: () => auth.authStateReady(),
  logIn: (email, password) => signInWithEmailAndPassword(auth, email, password).then(() => {}),
  load: async () => (await api('/recipes')).length,
  add: async () => { await api('/recipes', { method: 'POST' }); },
  renew: async () => { await auth.currentUser.getIdToken(true); },
  logOut: () => signOut(auth),
};`,
});

const KEY = randomBytes(32);
const refresh = new Set();
const recipes = [];
const idToken = () =>
  jwt.sign(
    {
      name: 'Ada',
      user_id: 'q7W2e9Rt',
      auth_time: 1,
      email: 'ada@example.test',
      firebase: { sign_in_provider: 'password', identities: {} },
      n: randomBytes(4).toString('hex'),
    },
    KEY,
    {
      issuer: 'https://securetoken.google.com/recipes-demo',
      audience: 'recipes-demo',
      subject: 'q7W2e9Rt',
      expiresIn: 3600,
    },
  );
const given = () => {
  const token = `AMf-v${randomBytes(140).toString('base64url')}`;
  refresh.add(token);
  return token;
};
app.post(
  '/identitytoolkit.googleapis.com/v1/accounts\\:signInWithPassword',
  (request, response) => {
    const { email, password } = request.body;
    if (!isUser(email, password))
      return void response
        .status(400)
        .json({ error: { code: 400, message: 'INVALID_LOGIN_CREDENTIALS', errors: [] } });
    response.json({
      kind: 'identitytoolkit#VerifyPasswordResponse',
      localId: 'q7W2e9Rt',
      email,
      displayName: 'Ada',
      idToken: idToken(),
      registered: true,
      refreshToken: given(),
      expiresIn: '3600',
    });
  },
);
app.post('/identitytoolkit.googleapis.com/v1/accounts\\:lookup', (_, response) =>
  response.json({
    kind: 'identitytoolkit#GetAccountInfoResponse',
    users: [
      {
        localId: 'q7W2e9Rt',
        email: 'ada@example.test',
        passwordHash: 'UkVEQUNURUQ=',
        emailVerified: true,
        providerUserInfo: [{ providerId: 'password', federatedId: 'ada@example.test' }],
        validSince: '1700000000',
        lastLoginAt: '1700000001000',
      },
    ],
  }),
);
app.post('/securetoken.googleapis.com/v1/token', (request, response) => {
  if (!refresh.has(request.body.refresh_token))
    return void response.status(400).json({ error: { message: 'INVALID_REFRESH_TOKEN' } });
  const token = idToken();
  response.json({
    access_token: token,
    expires_in: '3600',
    token_type: 'Bearer',
    refresh_token: request.body.refresh_token,
    id_token: token,
    user_id: 'q7W2e9Rt',
    project_id: '428193057',
  });
});
app.use('/api', (request, response, next) => {
  try {
    jwt.verify((request.headers.authorization ?? '').replace('Bearer ', ''), KEY);
    next();
  } catch {
    response.status(401).json({ error: 'unauthenticated' });
  }
});
app.get('/api/recipes', (_, response) => response.json(recipes));
app.post('/api/recipes', (_, response) => response.json(recipes.push({ name: 'Soup' })));
app.get('/', show);
open();
