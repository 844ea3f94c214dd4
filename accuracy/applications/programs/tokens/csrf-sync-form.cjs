// csrf-sync (the synchroniser pattern) over express-session: the page asks for the token and sends it in a header;
// beside it an affinity cookie of the balancer and a bot manager's, and Express' remember-me of one's own.
const { createHash, randomBytes } = require('node:crypto');
const { frame, isUser, require_ } = require('./frame.cjs');
const session = require_('express-session');
const { csrfSync } = require_('csrf-sync');

const { app, show, open } = frame({
  title: 'Library',
  client: `
let guard;
const ask = async (path, body) => {
  if (body !== undefined) guard ??= (await (await fetch('/form-guard')).json()).token;
  const answer = await fetch(path, body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json', 'x-csrf-token': guard }, body: JSON.stringify(body) });
  if (!answer.ok) throw answer.status;
  return answer.json();
};
const client = {
  logIn: async (reader, pin) => { await ask('/door', { reader, pin, keep: true }); guard = undefined; },
  load: async () => (await ask('/loans')).length,
  add: async () => { await ask('/loans', { isbn: '9780140449136' }); },
  logOut: async () => { await ask('/door/close', {}); guard = undefined; },
};`,
});

const { csrfSynchronisedProtection, generateToken } = csrfSync();
const kept = new Map();
const loans = [];
app.use(require_('cookie-parser')(), (request, response, next) => {
  if (!request.cookies.lb_backend)
    response.cookie('lb_backend', createHash('md5').update('node-3').digest('hex'), { path: '/' });
  if (!request.cookies._edge_bm)
    response.cookie(
      '_edge_bm',
      `${randomBytes(32).toString('base64url')}-${Math.floor(Date.now() / 1000)}-1.0.1.1-${randomBytes(48).toString('base64url')}`,
      { httpOnly: true, maxAge: 1_800_000 },
    );
  next();
});
app.use(
  session({
    secret: randomBytes(16).toString('hex'),
    name: 'lib',
    resave: false,
    saveUninitialized: true,
  }),
);
app.use((request, response, next) => {
  const reader = kept.get(request.cookies.reader_card);
  if (!request.session.reader && reader) request.session.reader = reader;
  next();
});
app.get('/form-guard', (request, response) => response.json({ token: generateToken(request) }));
app.use(csrfSynchronisedProtection);
app.post('/door', (request, response) => {
  const { reader, pin } = request.body;
  if (!isUser(reader, pin)) return void response.status(403).json({ error: 'not a reader' });
  request.session.regenerate(() => {
    request.session.reader = reader;
    const card = randomBytes(32).toString('hex');
    kept.set(card, reader);
    response
      .cookie('reader_card', card, { httpOnly: true, sameSite: 'lax', maxAge: 2_592_000_000 })
      .json({ reader });
  });
});
app.use(['/loans', '/door/close'], (request, response, next) =>
  request.session.reader ? next() : response.status(401).json({ error: 'closed' }),
);
app.get('/loans', (_, response) => response.json(loans));
app.post('/loans', (request, response) => response.json(loans.push(request.body.isbn)));
app.post('/door/close', (request, response) => {
  kept.delete(request.cookies.reader_card);
  request.session.destroy(() => response.clearCookie('reader_card').clearCookie('lib').json({}));
});
app.use((error, request, response, next) =>
  error.code === 'EBADCSRFTOKEN' ? response.status(403).json({ error: 'guard' }) : next(error),
);
app.get('/', show);
open();
