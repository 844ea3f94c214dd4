// A back end for front end in the manner of Duende's: the tokens stay on the server, the page has a `__Host-` cookie in
// chunks and sends the constant header `x-csrf: 1`; the logout's address carries the session's id.
const { createCipheriv, createDecipheriv, randomBytes } = require('node:crypto');
const { frame, isUser, require_ } = require('./frame.cjs');

const { app, show, open } = frame({
  title: 'Claims',
  client: `
const ask = async (path, body) => {
  const answer = await fetch(path, { method: body === undefined ? 'GET' : 'POST', headers: { 'x-csrf': '1', 'Content-Type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  if (!answer.ok) throw answer.status;
  return answer.json();
};
const claim = async (type) => (await ask('/bff/user')).find((one) => one.type === type).value;
const client = {
  logIn: async (Username, Password) => { await ask('/bff/login', { Input: { Username, Password } }); await claim('sub'); },
  load: async () => (await ask('/remote/claims')).length,
  add: async () => { await ask('/remote/claims', { amount: 12 }); },
  logOut: async () => { await fetch(await claim('bff:logout_url')); },
};`,
});

const KEY = randomBytes(32);
const ended = new Set();
const claims = [];
const seal = (value) => {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', KEY, iv);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
  return Buffer.concat([Buffer.from('CfDJ8', 'base64'), iv, cipher.getAuthTag(), sealed]).toString(
    'base64url',
  );
};
const unseal = (text) => {
  try {
    const all = Buffer.from(text, 'base64url');
    const start = Buffer.from('CfDJ8', 'base64').length;
    const decipher = createDecipheriv(
      'aes-256-gcm',
      KEY,
      all.subarray(start, start + 12),
    ).setAuthTag(all.subarray(start + 12, start + 28));
    return JSON.parse(Buffer.concat([decipher.update(all.subarray(start + 28)), decipher.final()]));
  } catch {
    return undefined;
  }
};
const NAME = '__Host-claims';
const flags = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' };
app.use(require_('cookie-parser')(), (request, response, next) => {
  const count = Number((request.cookies[NAME] ?? '').replace('chunks-', ''));
  const ticket = unseal(
    Array.from({ length: count || 0 }, (_, at) => request.cookies[`${NAME}C${at + 1}`]).join(''),
  );
  request.ticket = ticket && !ended.has(ticket.sid) ? ticket : undefined;
  next();
});
const guarded = (request, response, next) =>
  request.headers['x-csrf'] === '1'
    ? request.ticket
      ? next()
      : response.status(401).end()
    : response.status(401).end();
app.post('/bff/login', (request, response) => {
  const { Username, Password } = request.body.Input;
  if (!isUser(Username, Password))
    return void response.status(400).json({ title: 'Invalid username or password' });
  const sid = randomBytes(16).toString('hex').toUpperCase();
  const text = seal({
    sid,
    sub: '42',
    access_token: randomBytes(1500).toString('base64url'),
    refresh_token: randomBytes(900).toString('base64url'),
  });
  const parts = text.match(/.{1,3400}/g);
  response.cookie(NAME, `chunks-${parts.length}`, flags);
  parts.forEach((part, at) => response.cookie(`${NAME}C${at + 1}`, part, flags));
  response.json({});
});
app.get('/bff/user', guarded, (request, response) =>
  response.json([
    { type: 'sub', value: '42' },
    { type: 'name', value: 'Ada' },
    { type: 'sid', value: request.ticket.sid },
    { type: 'bff:session_expires_in', value: 36_000 },
    { type: 'bff:logout_url', value: `/bff/logout?sid=${request.ticket.sid}` },
  ]),
);
app.get('/bff/logout', (request, response) => {
  if (request.ticket && request.query.sid === request.ticket.sid) {
    ended.add(request.query.sid);
    for (const name of Object.keys(request.cookies).filter((one) => one.startsWith(NAME)))
      response.clearCookie(name, flags);
  }
  response.redirect('/');
});
app.get('/remote/claims', guarded, (_, response) => response.json(claims));
app.post('/remote/claims', guarded, (request, response) =>
  response.json(claims.push(request.body)),
);
app.get('/', show);
open();
