// The web client of a media server as Jellyfin's speaks to it: a scheme of its own in Authorization with the device's id,
// before the login without a token, and the token again as `api_key` in the addresses of pictures.
const { randomBytes, randomUUID } = require('node:crypto');
const { frame, isUser } = require('./frame.cjs');

const SERVER = randomBytes(16).toString('hex');
const { app, show, open } = frame({
  title: 'Films',
  client: `
localStorage['_deviceId2'] ??= btoa(navigator.userAgent + '|' + Date.now());
const servers = () => JSON.parse(localStorage.getItem('jellyfin_credentials') ?? '{"Servers":[]}');
const ours = () => servers().Servers[0] ?? {};
const scheme = () => 'MediaBrowser Client="Jellyfin Web", Device="Chrome", DeviceId="' + localStorage['_deviceId2'] + '", Version="10.10.3"' + (ours().AccessToken ? ', Token="' + ours().AccessToken + '"' : '');
const ask = async (path, options = {}) => {
  const answer = await fetch(path, { ...options, headers: { 'Content-Type': 'application/json', Authorization: scheme() } });
  if (!answer.ok) throw answer.status;
  return answer.status === 204 ? undefined : answer.json();
};
const client = {
  ready: async () => { const { Id, ServerName } = await ask('/System/Info/Public'); if (!ours().Id) localStorage.setItem('jellyfin_credentials', JSON.stringify({ Servers: [{ Id, Name: ServerName, ManualAddress: location.origin }] })); },
  logIn: async (Username, Pw) => {
    const { User, AccessToken } = await ask('/Users/AuthenticateByName', { method: 'POST', body: JSON.stringify({ Username, Pw }) });
    localStorage.setItem('jellyfin_credentials', JSON.stringify({ Servers: [{ ...ours(), UserId: User.Id, AccessToken, DateLastAccessed: Date.now() }] }));
  },
  load: async () => (await ask('/UserItems/Resume')).TotalRecordCount,
  add: async () => { await fetch('/Items/1/Download?api_key=' + ours().AccessToken); await ask('/UserFavoriteItems/1', { method: 'POST' }); },
  logOut: async () => { await ask('/Sessions/Logout', { method: 'POST' }); const { Id, Name, ManualAddress } = ours(); localStorage.setItem('jellyfin_credentials', JSON.stringify({ Servers: [{ Id, Name, ManualAddress }] })); },
};`,
});

const tokens = new Set();
const tokenOf = (request) =>
  /Token="([^"]*)"/.exec(request.headers.authorization ?? '')?.[1] ?? request.query.api_key;
app.get('/System/Info/Public', (_, response) =>
  response.json({
    LocalAddress: '',
    ServerName: 'films',
    Version: '10.10.3',
    ProductName: 'Jellyfin Server',
    Id: SERVER,
    StartupWizardCompleted: true,
  }),
);
app.post('/Users/AuthenticateByName', (request, response) => {
  if (!isUser(request.body.Username, request.body.Pw))
    return void response.status(401).send('Error processing request.');
  const AccessToken = randomBytes(16).toString('hex');
  const user = randomUUID().replaceAll('-', '');
  tokens.add(AccessToken);
  response.json({
    User: { Name: 'ada', ServerId: SERVER, Id: user, HasPassword: true },
    SessionInfo: {
      Id: randomBytes(16).toString('hex'),
      UserId: user,
      Client: 'Jellyfin Web',
      DeviceId: 'x',
    },
    AccessToken,
    ServerId: SERVER,
  });
});
app.use(['/UserItems', '/Items', '/UserFavoriteItems', '/Sessions'], (request, response, next) =>
  tokens.has(tokenOf(request)) ? next() : response.status(401).end(),
);
app.get('/UserItems/Resume', (_, response) =>
  response.json({ Items: [], TotalRecordCount: 0, StartIndex: 0 }),
);
app.get('/Items/1/Download', (_, response) => response.type('text').send('film'));
app.post('/UserFavoriteItems/1', (_, response) =>
  response.json({ IsFavorite: true, ItemId: '1', Key: '1' }),
);
app.post(
  '/Sessions/Logout',
  (request, response) => (tokens.delete(tokenOf(request)), response.status(204).end()),
);
app.get('/', show);
open();
