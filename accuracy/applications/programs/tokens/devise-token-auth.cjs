// The headers of devise_token_auth and of the clients that go with it (ng-token-auth, redux-token-auth): `access-token`,
// `client`, `uid`, `expiry`, `token-type` of each answer are kept and sent with the next request; the token changes each time.
const { randomBytes } = require('node:crypto');
const { frame, isUser } = require('./frame.cjs');

const { app, show, open } = frame({
  title: 'Roster',
  client: `
const NAMES = ['access-token', 'token-type', 'client', 'expiry', 'uid'];
const kept = () => JSON.parse(localStorage.getItem('auth_headers') ?? '{}');
const api = async (path, options = {}) => {
  const answer = await fetch('/api' + path, { ...options, headers: { 'Content-Type': 'application/json', ...kept() } });
  if (answer.headers.get('access-token')) localStorage.setItem('auth_headers', JSON.stringify(Object.fromEntries(NAMES.map((name) => [name, answer.headers.get(name)]))));
  if (!answer.ok) throw answer.status;
  return answer.json();
};
const client = {
  ready: () => api('/auth/validate_token'),
  logIn: async (email, password) => { await api('/auth/sign_in', { method: 'POST', body: JSON.stringify({ email, password }) }); },
  load: async () => (await api('/shifts')).length,
  add: async () => { await api('/shifts', { method: 'POST', body: '{"shift":{"day":"2026-03-01"}}' }); },
  logOut: async () => { await api('/auth/sign_out', { method: 'DELETE' }); localStorage.removeItem('auth_headers'); },
};`,
});

const clients = new Map();
const shifts = [];
const renew = (response, client) => {
  const token = randomBytes(16).toString('base64url');
  clients.set(client, [token, ...(clients.get(client) ?? []).slice(0, 40)]);
  response.set({
    'access-token': token,
    'token-type': 'Bearer',
    client,
    expiry: String(Math.floor(Date.now() / 1000) + 1_209_600),
    uid: 'ada@example.test',
  });
};
const user = {
  id: 42,
  email: 'ada@example.test',
  provider: 'email',
  uid: 'ada@example.test',
  allow_password_change: false,
  name: 'Ada',
};
app.post('/api/auth/sign_in', (request, response) => {
  if (!isUser(request.body.email, request.body.password))
    return void response
      .status(401)
      .json({ success: false, errors: ['Invalid login credentials. Please try again.'] });
  renew(response, randomBytes(16).toString('base64url'));
  response.json({ data: user });
});
app.use('/api', (request, response, next) => {
  const client = request.headers.client ?? '';
  if (
    !clients.get(client)?.includes(request.headers['access-token']) ||
    request.headers.uid !== user.uid
  )
    return void response
      .status(401)
      .json({ errors: ['You need to sign in or sign up before continuing.'] });
  if (request.path === '/auth/sign_out')
    return void (clients.delete(client), response.json({ success: true }));
  renew(response, client);
  next();
});
app.get('/api/auth/validate_token', (_, response) => response.json({ success: true, data: user }));
app.get('/api/shifts', (_, response) => response.json(shifts));
app.post('/api/shifts', (request, response) => response.json(shifts.push(request.body.shift)));
app.get('/', show);
open();
