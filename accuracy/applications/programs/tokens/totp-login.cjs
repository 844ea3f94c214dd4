// Two steps: name and password give a ticket of five minutes, the ticket with a one-time code of RFC 6238 gives the access
// token, in memory, and a refresh token in a cookie for one path; a device that is trusted skips the code.
const { createHmac, randomBytes } = require('node:crypto');
const { frame, isUser, require_ } = require('./frame.cjs');
const jwt = require_('jsonwebtoken');

const SEED = randomBytes(20);
const { app, show, open } = frame({
  title: 'Treasury',
  client: `
let access;
const ask = async (path, body) => {
  const answer = await fetch(path, { method: body === undefined ? 'GET' : 'POST', headers: { ...(access && { Authorization: 'Bearer ' + access }), 'Content-Type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  if (!answer.ok) throw answer.status;
  return answer.json();
};
const renew = async () => { ({ access } = await ask('/v2/session/renew', {})); };
const client = {
  ready: renew,
  logIn: async (account, secret) => {
    access = undefined;
    const { mfaTicket } = await ask('/v2/session/start', { account, secret });
    const { code } = await (await fetch('/authenticator')).json();
    ({ access } = await ask('/v2/session/confirm', { mfaTicket, otp: code, trustDevice: true }));
  },
  load: async () => (await ask('/v2/payments')).length,
  add: async () => { await ask('/v2/payments', { to: 'GB33', pence: 900 }); },
  more: async () => { const { elevation } = await ask('/v2/session/elevate', { otp: (await (await fetch('/authenticator')).json()).code }); const answer = await fetch('/v2/payments/release', { method: 'POST', headers: { Authorization: 'Bearer ' + access, 'X-Elevation': elevation } }); if (!answer.ok) throw answer.status; },
  renew,
  logOut: async () => { await ask('/v2/session/end', {}); access = undefined; },
};`,
});

const KEY = randomBytes(32);
const code = () => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', SEED).update(counter).digest();
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1e6).padStart(6, '0');
};
const refresh = new Set();
const payments = [];
app.use(require_('cookie-parser')());
const give = (response) => {
  const token = randomBytes(32).toString('base64url');
  refresh.add(token);
  response.cookie('trs_r', token, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/v2/session',
    maxAge: 604_800_000,
  });
  response.json({
    access: jwt.sign({ sub: '42', amr: ['pwd', 'otp'], n: randomBytes(3).toString('hex') }, KEY, {
      expiresIn: 300,
    }),
    expiresIn: 300,
  });
};
app.get('/authenticator', (_, response) => response.json({ code: code() }));
app.post('/v2/session/start', (request, response) => {
  if (!isUser(request.body.account, request.body.secret))
    return void response.status(401).json({ error: 'unknown' });
  response.json({
    mfaTicket: jwt.sign({ sub: '42', purpose: 'mfa' }, KEY, { expiresIn: 300 }),
    methods: ['totp'],
  });
});
app.post('/v2/session/confirm', (request, response) => {
  const { mfaTicket, otp } = request.body;
  if (jwt.verify(mfaTicket, KEY).purpose !== 'mfa' || otp !== code())
    return void response.status(401).json({ error: 'code' });
  response.cookie('trusted_device', randomBytes(24).toString('hex'), {
    httpOnly: true,
    sameSite: 'strict',
    maxAge: 7_776_000_000,
  });
  give(response);
});
app.post('/v2/session/renew', (request, response) =>
  refresh.delete(request.cookies.trs_r)
    ? give(response)
    : response.status(401).json({ error: 'ended' }),
);
app.post(
  '/v2/session/end',
  (request, response) => (
    refresh.delete(request.cookies.trs_r),
    response.clearCookie('trs_r', { path: '/v2/session' }).json({})
  ),
);
app.use('/v2', (request, response, next) => {
  try {
    if (!jwt.verify((request.headers.authorization ?? '').replace('Bearer ', ''), KEY).amr)
      throw new Error('not enough');
    next();
  } catch {
    response.status(401).json({ error: 'sign in' });
  }
});
app.post('/v2/session/elevate', (request, response) =>
  request.body.otp === code()
    ? response.json({ elevation: jwt.sign({ sub: '42', acr: 'high' }, KEY, { expiresIn: 120 }) })
    : response.status(401).json({}),
);
app.get('/v2/payments', (_, response) => response.json(payments));
app.post('/v2/payments', (request, response) => response.json(payments.push(request.body)));
app.post('/v2/payments/release', (request, response) =>
  response.json({ released: jwt.verify(request.headers['x-elevation'] ?? '', KEY).acr === 'high' }),
);
app.get('/', show);
open();
