// SuperTokens' web SDK in its cookie mode, against its front-end driver interface: a JWT in an HttpOnly cookie, a refresh
// token for one path, what script may know in `sFrontToken`, and the value of the `anti-csrf` header.
const { randomBytes, randomUUID } = require('node:crypto');
const { frame, isUser, require_ } = require('./frame.cjs');
const jwt = require_('jsonwebtoken');

const { app, show, open } = frame({
  title: 'Clinic',
  client: `
import SuperTokens from 'supertokens-web-js';
import Session from 'supertokens-web-js/recipe/session';
import EmailPassword, { signIn } from 'supertokens-web-js/recipe/emailpassword';
SuperTokens.init({ appInfo: { appName: 'Clinic', apiDomain: location.origin, apiBasePath: '/auth' }, recipeList: [Session.init({ tokenTransferMethod: 'cookie' }), EmailPassword.init()] });
const api = async (options) => {
  const answer = await fetch('/visits', options);
  if (!answer.ok) throw answer.status;
  return answer.json();
};
const client = {
  logIn: async (email, password) => {
    const { status } = await signIn({ formFields: [{ id: 'email', value: email }, { id: 'password', value: password }] });
    if (status !== 'OK') throw status;
  },
  load: async () => (await api()).length,
  add: async () => { await api({ method: 'POST' }); },
  renew: async () => { await Session.attemptRefreshingSession(); },
  logOut: () => Session.signOut(),
};`,
});

const KEY = randomBytes(32);
const sessions = new Map();
const visits = [];
function give(response, handle) {
  const refresh = randomBytes(64).toString('base64');
  const anti = randomUUID();
  const claims = {
    iat: Math.floor(Date.now() / 1000),
    sub: 'user-42',
    tId: 'public',
    rsub: 'user-42',
    sessionHandle: handle,
    refreshTokenHash1: randomBytes(32).toString('hex'),
    parentRefreshTokenHash1: null,
    antiCsrfToken: anti,
  };
  const flags = { httpOnly: true, sameSite: 'lax', expires: new Date(Date.now() + 8_640_000_000) };
  sessions.set(handle, { refresh, anti });
  response.cookie('sAccessToken', jwt.sign(claims, KEY, { expiresIn: 3600 }), {
    ...flags,
    path: '/',
  });
  response.cookie('sRefreshToken', refresh, { ...flags, path: '/auth/session/refresh' });
  response.set({
    'front-token': Buffer.from(
      JSON.stringify({ uid: 'user-42', ate: Date.now() + 3_600_000, up: claims }),
    ).toString('base64'),
    'anti-csrf': anti,
    'Access-Control-Expose-Headers': 'front-token, anti-csrf',
  });
}
const clear = (response) => {
  response.cookie('sAccessToken', '', {
    path: '/',
    expires: new Date(0),
    httpOnly: true,
    sameSite: 'lax',
  });
  response.cookie('sRefreshToken', '', {
    path: '/auth/session/refresh',
    expires: new Date(0),
    httpOnly: true,
    sameSite: 'lax',
  });
  response.set({ 'front-token': 'remove', 'Access-Control-Expose-Headers': 'front-token' });
};
app.use(require_('cookie-parser')());
app.post('/auth/signin', (request, response) => {
  const field = (id) => request.body.formFields.find((one) => one.id === id)?.value;
  if (!isUser(field('email'), field('password')))
    return void response.json({ status: 'WRONG_CREDENTIALS_ERROR' });
  give(response, randomUUID());
  response.json({
    status: 'OK',
    user: {
      id: 'user-42',
      emails: ['ada@example.test'],
      timeJoined: 1700000000000,
      tenantIds: ['public'],
      phoneNumbers: [],
      thirdParty: [],
      loginMethods: [],
    },
  });
});
app.post('/auth/session/refresh', (request, response) => {
  const found = [...sessions].find(([, { refresh }]) => refresh === request.cookies.sRefreshToken);
  if (!found) return void (clear(response), response.status(401).json({ message: 'unauthorised' }));
  give(response, found[0]);
  response.json({});
});
const guarded = (request, response, next) => {
  try {
    const claims = jwt.verify(request.cookies.sAccessToken ?? '', KEY);
    if (!sessions.has(claims.sessionHandle)) throw new Error('gone');
    if (request.method !== 'GET' && request.headers['anti-csrf'] !== claims.antiCsrfToken)
      throw new Error('anti-csrf');
    request.handle = claims.sessionHandle;
    next();
  } catch {
    response.status(401).json({ message: 'unauthorised' });
  }
};
app.post('/auth/signout', guarded, (request, response) => {
  sessions.delete(request.handle);
  clear(response);
  response.json({ status: 'OK' });
});
app.get('/visits', guarded, (_, response) => response.json(visits));
app.post('/visits', guarded, (_, response) => response.json(visits.push('visit')));
app.get('/', show);
open();
