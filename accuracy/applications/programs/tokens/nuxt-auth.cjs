// What @nuxtjs/auth keeps of a local login with a refresh scheme: the same "Bearer …" in localStorage and in a cookie that
// script reads, `auth.strategy`, expirations, and a refresh token beside them; axios sends it in Authorization.
const { randomBytes } = require('node:crypto');
const { frame, isUser, require_ } = require('./frame.cjs');
const jwt = require_('jsonwebtoken');

const { app, show, open } = frame({
  title: 'Garden',
  client: `
const set = (name, value) => { localStorage.setItem('auth.' + name, value); document.cookie = 'auth.' + name + '=' + encodeURIComponent(value) + '; path=/'; };
const get = (name) => localStorage.getItem('auth.' + name);
const keep = ({ accessToken, refreshToken, expiresIn }) => {
  set('_token.local', 'Bearer ' + accessToken); set('_token_expiration.local', String(Date.now() + expiresIn * 1000));
  set('_refresh_token.local', refreshToken); set('_refresh_token_expiration.local', String(Date.now() + 2592e6));
};
const api = async (path, options = {}) => {
  const token = get('_token.local');
  const answer = await fetch('/api' + path, { ...options, headers: { 'Content-Type': 'application/json', ...(token && token !== 'false' ? { Authorization: token } : {}) } });
  if (!answer.ok) throw answer.status;
  return answer.json();
};
const client = {
  ready: () => { if (!get('strategy')) { set('strategy', 'local'); set('_token.local', 'false'); } return api('/auth/user'); },
  logIn: async (username, password) => { keep(await api('/auth/login', { method: 'POST', body: JSON.stringify({ username, password }) })); await api('/auth/user'); },
  load: async () => (await api('/beds')).length,
  add: async () => { await api('/beds', { method: 'POST', body: '{}' }); },
  renew: async () => keep(await api('/auth/refresh', { method: 'POST', body: JSON.stringify({ refreshToken: get('_refresh_token.local'), grantType: 'refresh_token' }) })),
  logOut: async () => { await api('/auth/logout', { method: 'POST', body: '{}' }); for (const name of ['_token.local', '_token_expiration.local', '_refresh_token.local', '_refresh_token_expiration.local']) set(name, 'false'); },
};`,
});

const KEY = randomBytes(32);
const refresh = new Set();
const beds = [];
const tokens = () => {
  const refreshToken = randomBytes(40).toString('hex');
  refresh.add(refreshToken);
  return {
    accessToken: jwt.sign({ sub: 42, n: randomBytes(3).toString('hex') }, KEY, { expiresIn: 900 }),
    refreshToken,
    expiresIn: 900,
  };
};
app.post('/api/auth/login', (request, response) =>
  isUser(request.body.username, request.body.password)
    ? response.json(tokens())
    : response.status(401).json({ statusCode: 401, message: 'Unauthorized' }),
);
app.post('/api/auth/refresh', (request, response) =>
  refresh.delete(request.body.refreshToken)
    ? response.json(tokens())
    : response.status(401).json({ statusCode: 401 }),
);
app.use('/api', (request, response, next) => {
  try {
    jwt.verify((request.headers.authorization ?? '').replace('Bearer ', ''), KEY);
    next();
  } catch {
    response.status(401).json({ statusCode: 401, message: 'Unauthorized' });
  }
});
app.get('/api/auth/user', (_, response) => response.json({ user: { id: 42, name: 'Ada' } }));
app.post('/api/auth/logout', (_, response) => (refresh.clear(), response.json({ status: 'OK' })));
app.get('/api/beds', (_, response) => response.json(beds));
app.post('/api/beds', (_, response) => response.json(beds.push({})));
app.get('/', show);
open();
