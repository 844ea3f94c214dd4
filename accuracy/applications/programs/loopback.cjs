// A LoopBack 3 application with its built-in User model, as `lb` writes it, and a page that works like the AngularJS SDK:
// the token in localStorage, sent bare in Authorization; downloads by `?access_token=`.
const { createRequire } = require('node:module');
const require_ = createRequire(process.env.PACKAGES);
const loopback = require_('loopback');
const app = loopback({ localRegistry: true, loadBuiltinModels: true });
app.set('legacyExplorer', false);
app.set('remoting', { context: false, rest: { normalizeHttpPath: false } });

const PAGE = `<!doctype html><title>Library</title><link rel="icon" href="data:,">
<form id="login"><input name="username"><input name="password" type="password"><button>Log in</button></form>
<button id="load">Books</button> <button id="add">Add</button> <button id="wide">Wide</button> <button id="out">Log out</button> <a id="download">Download</a>
<p id="said"></p><script>
const $ = (id) => document.querySelector(id);
const say = (text) => { $('#said').textContent = text; };
const kept = (name) => localStorage['$LoopBack$' + name];
const api = (path, options = {}) => fetch('/api' + path, { ...options,
  headers: { 'Content-Type': 'application/json', ...(kept('accessTokenId') ? { Authorization: kept('accessTokenId') } : {}) } });
const link = () => { $('#download').href = '/api/Books?access_token=' + kept('accessTokenId'); };
link();
$('#login').onsubmit = async (event) => {
  event.preventDefault();
  const answer = await api('/Users/login', { method: 'POST', body: JSON.stringify(Object.fromEntries(new FormData($('#login')))) });
  if (!answer.ok) return say('failed');
  const { id, userId } = await answer.json();
  Object.assign(localStorage, { $LoopBack$accessTokenId: id, $LoopBack$currentUserId: userId, $LoopBack$rememberMe: 'true' });
  link();
  say('logged in');
};
$('#load').onclick = async () => {
  say('');
  const answer = await api('/Books');
  say(answer.ok ? 'books: ' + (await answer.json()).length : 'refused');
};
$('#add').onclick = async () => say((await api('/Books', { method: 'POST', body: JSON.stringify({ title: 'Third' }) })).ok ? 'added' : 'refused');
$('#wide').onclick = () => { localStorage.setItem('layout', 'wide'); say('wide'); };
$('#out').onclick = async () => {
  await api('/Users/logout', { method: 'POST' });
  for (const name of ['accessTokenId', 'currentUserId', 'rememberMe']) localStorage.removeItem('$LoopBack$' + name);
  say('logged out');
};
</script>`;

const db = app.dataSource('db', { connector: 'memory' });
const { User, AccessToken, Role, RoleMapping, ACL } = app.registry.modelBuilder.models;
for (const model of [User, AccessToken, Role, RoleMapping, ACL])
  app.model(model, { dataSource: db, public: model === User });
const Book = app.registry.createModel(
  'Book',
  { title: String },
  {
    acls: [
      { principalType: 'ROLE', principalId: '$everyone', permission: 'DENY', property: '*' },
      { principalType: 'ROLE', principalId: '$authenticated', permission: 'ALLOW', property: '*' },
    ],
  },
);
app.model(Book, { dataSource: db });
app.enableAuth({ dataSource: db });
app.get('/', (_, response) => response.type('html').send(PAGE));
app.use(loopback.token({ model: AccessToken }));
app.use('/api', loopback.rest());
Promise.all([
  User.create({
    username: process.env.USER_NAME,
    email: 'ada@example.test',
    password: process.env.USER_PASSWORD,
  }),
  Book.create({ title: 'First' }),
]).then(() => app.listen(Number(process.env.PORT), '127.0.0.1'));
