// Appwrite's Web SDK against its account API on another site, where the browser keeps no cookie: the "cookie fallback".
const { randomBytes } = require('node:crypto');
const { frame, isUser } = require('./frame.cjs');

const { app, show, open } = frame({
  title: 'Notes',
  client: `
import { Client, Account, TablesDB, ID } from 'appwrite';
const appwrite = new Client().setEndpoint(location.origin.replace('notes-site.test', 'appwrite-client.test') + '/v1').setProject('65f1c0ffee15dead0001');
const account = new Account(appwrite), tables = new TablesDB(appwrite);
const where = { databaseId: 'main', tableId: 'notes' };
const client = {
  ready: () => account.get(),
  logIn: async (email, password) => { await account.createEmailPasswordSession({ email, password }); await account.get(); },
  load: async () => (await tables.listRows(where)).total,
  add: () => tables.createRow({ ...where, rowId: ID.unique(), data: { text: 'Milk' } }),
  logOut: () => account.deleteSession({ sessionId: 'current' }),
};`,
});

const sessions = new Map();
const rows = [];
app.use('/v1', (request, response, next) => {
  response.set({
    'Access-Control-Allow-Origin': request.headers.origin ?? '*',
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Allow-Headers':
      'Content-Type, X-Appwrite-Project, X-Appwrite-Response-Format, X-SDK-Version, X-SDK-Name, X-SDK-Platform, X-SDK-Language, X-Fallback-Cookies, X-Requested-With, Cache-Control, X-Appwrite-ID, X-Appwrite-Timestamp, X-Appwrite-Session',
    'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
    'Access-Control-Expose-Headers': 'X-Fallback-Cookies',
  });
  if (request.method === 'OPTIONS') return void response.sendStatus(204);
  try {
    request.key = JSON.parse(
      request.headers['x-fallback-cookies'] ?? '{}',
    ).a_session_65f1c0ffee15dead0001;
  } catch {
    // Not ours.
  }
  request.user = sessions.get(request.key);
  next();
});
const guarded = (request, response, next) =>
  request.user
    ? next()
    : response.status(401).json({
        message: 'User (role: guests) missing scopes (["account"])',
        code: 401,
        type: 'general_unauthorized_scope',
      });
app.post('/v1/account/sessions/email', (request, response) => {
  const { email, password } = request.body;
  if (!isUser(email, password))
    return void response.status(401).json({
      message: 'Invalid credentials. Please check the email and password.',
      code: 401,
      type: 'user_invalid_credentials',
    });
  const secret = randomBytes(128).toString('hex');
  const userId = '65f1c0ffee0000000042';
  const key = Buffer.from(JSON.stringify({ id: userId, secret })).toString('base64');
  sessions.set(key, userId);
  const expire = new Date(Date.now() + 31_536_000_000);
  const cookie = { path: '/', httpOnly: true, expires: expire };
  response.cookie('a_session_65f1c0ffee15dead0001_legacy', key, cookie);
  response.cookie('a_session_65f1c0ffee15dead0001', key, { ...cookie, sameSite: 'none' });
  response.set('X-Fallback-Cookies', JSON.stringify({ a_session_65f1c0ffee15dead0001: key }));
  response.status(201).json({
    $id: randomBytes(10).toString('hex'),
    userId,
    expire,
    provider: 'email',
    providerAccessToken: '',
    current: true,
    factors: ['password'],
    secret: '',
    clientName: 'Chrome',
    countryCode: 'gb',
  });
});
app.get('/v1/account', guarded, (request, response) =>
  response.json({
    $id: request.user,
    name: 'Ada',
    email: 'ada@example.test',
    status: true,
    prefs: {},
  }),
);
app.delete('/v1/account/sessions/current', guarded, (request, response) => {
  sessions.delete(request.key);
  response
    .set('X-Fallback-Cookies', '{}')
    .clearCookie('a_session_65f1c0ffee15dead0001')
    .status(204)
    .end();
});
app.get('/v1/tablesdb/main/tables/notes/rows', guarded, (_, response) =>
  response.json({ total: rows.length, rows }),
);
app.post('/v1/tablesdb/main/tables/notes/rows', guarded, (request, response) => {
  rows.push({ $id: request.body.rowId, ...request.body.data });
  response.status(201).json(rows.at(-1));
});
app.get('/', show);
open();
