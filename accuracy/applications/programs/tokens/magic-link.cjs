// No password: an address is typed, a link with a one-time token comes by mail, the link sets an opaque cookie for a month.
const { createHash, randomBytes } = require('node:crypto');
const { frame, require_ } = require('./frame.cjs');

const { app, show, open } = frame({
  title: 'Newsletter desk',
  client: `
const ask = async (path, body) => {
  const answer = await fetch(path, body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw answer.status;
  return answer.json();
};
const client = {
  logIn: async (email) => { await ask('/api/magic', { email }); },
  load: async () => (await ask('/api/issues')).length,
  add: async () => { await ask('/api/issues', { title: 'March' }); },
  logOut: async () => { await ask('/api/goodbye', {}); },
};`,
});

const hash = (text) => createHash('sha256').update(text).digest('hex');
const links = new Map();
const sessions = new Map();
const issues = [];
let mail = '';
app.use(require_('cookie-parser')());
app.post('/api/magic', (request, response) => {
  if (!request.body.email.endsWith('@example.test'))
    return void response.status(422).json({ error: 'no such desk' });
  const token = randomBytes(24).toString('base64url');
  links.set(hash(token), request.body.email);
  mail = `/hello?email=${encodeURIComponent(request.body.email)}&token=${token}`;
  response.json({ sent: true });
});
// Stands for the mailbox, which is another program.
app.get('/__mail', (_, response) => response.type('text').send(mail));
app.get('/hello', (request, response) => {
  const key = hash(request.query.token ?? '');
  if (!links.delete(key)) return void response.status(410).send('This link was used.');
  const id = randomBytes(20).toString('base64url');
  sessions.set(hash(id), 'ada');
  response
    .cookie('desk', id, { httpOnly: true, sameSite: 'lax', maxAge: 2_592_000_000 })
    .redirect('/');
});
app.use('/api', (request, response, next) =>
  sessions.has(hash(request.cookies.desk ?? ''))
    ? next()
    : response.status(401).json({ error: 'who are you?' }),
);
app.get('/api/issues', (_, response) => response.json(issues));
app.post('/api/issues', (request, response) => response.json(issues.push(request.body.title)));
app.post(
  '/api/goodbye',
  (request, response) => (
    sessions.delete(hash(request.cookies.desk)),
    response.clearCookie('desk').json({})
  ),
);
app.get('/', show);
open();
