// Netlify's GoTrue client against its identity API, and a function that takes the token.
const { randomBytes, randomUUID } = require('node:crypto');
const { frame, isUser, require_ } = require('./frame.cjs');
const jwt = require_('jsonwebtoken');

const { app, express, show, open } = frame({
  title: 'Blog desk',
  client: `
import GoTrue from 'gotrue-js';
const auth = new GoTrue({ APIUrl: location.origin + '/.netlify/identity', setCookie: false });
const api = async (options) => {
  const user = auth.currentUser();
  const answer = await fetch('/.netlify/functions/posts', { ...options, headers: user ? { Authorization: 'Bearer ' + await user.jwt() } : {} });
  if (!answer.ok) throw answer.status;
  return answer.json();
};
const client = {
  logIn: (email, password) => auth.login(email, password, true).then(() => {}),
  load: async () => (await api()).length,
  add: async () => { await api({ method: 'POST', body: 'A post' }); },
  renew: async () => { await auth.currentUser().jwt(true); },
  logOut: () => auth.currentUser().logout(),
};`,
});

const KEY = randomBytes(32);
const refresh = new Set();
const posts = [];
const SUB = randomUUID();
const tokens = () => {
  const refresh_token = randomBytes(16).toString('base64url');
  refresh.add(refresh_token);
  const claims = {
    email: 'ada@example.test',
    app_metadata: { provider: 'email' },
    user_metadata: { full_name: 'Ada' },
    n: randomBytes(3).toString('hex'),
  };
  return {
    access_token: jwt.sign(claims, KEY, { subject: SUB, expiresIn: 3600 }),
    token_type: 'bearer',
    expires_in: 3600,
    refresh_token,
  };
};
const bearer = (request, response, next) => {
  try {
    jwt.verify((request.headers.authorization ?? '').replace('Bearer ', ''), KEY);
    next();
  } catch {
    response.status(401).json({ code: 401, msg: 'This endpoint requires a Bearer token' });
  }
};
const identity = express.Router();
app.use('/.netlify/identity', identity);
identity.post('/token', express.urlencoded(), (request, response) => {
  const { grant_type, username, password, refresh_token } = request.body;
  if (grant_type === 'password' ? isUser(username, password) : refresh.delete(refresh_token))
    return void response.json(tokens());
  response.status(400).json({
    error: 'invalid_grant',
    error_description: 'No user found with that email, or password invalid.',
  });
});
identity.get('/user', bearer, (_, response) =>
  response.json({
    id: SUB,
    aud: '',
    role: '',
    email: 'ada@example.test',
    confirmed_at: '2026-01-01T00:00:00Z',
    app_metadata: { provider: 'email' },
    user_metadata: { full_name: 'Ada' },
  }),
);
identity.post('/logout', bearer, (_, response) => (refresh.clear(), response.status(204).end()));
app.get('/.netlify/functions/posts', bearer, (_, response) => response.json(posts));
app.post('/.netlify/functions/posts', bearer, (_, response) => response.json(posts.push('post')));
app.get('/', show);
open();
