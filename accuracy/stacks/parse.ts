import { randomBytes } from 'node:crypto';
import express from 'express';
import { spaVisit } from '../support/drive.js';
import { packageFile } from '../support/noise.js';
import { serve } from '../support/serve.js';
import { isUser, PROFILE, USER } from '../support/site.js';
import { spaPage } from '../support/spa.js';
import type { Stack } from '../support/stack.js';

const APPLICATION_ID = randomBytes(20).toString('base64url');
const JAVASCRIPT_KEY = randomBytes(20).toString('base64url');
const sessions = new Set<string>();

/**
 * The real Parse SDK against a server written from the REST API's documentation: the session's
 * token travels in JSON bodies.
 */
export const stack: Stack = {
  name: 'parse',
  half: 'tuning',
  docs: [
    // "X-Parse-Application-Id identifies which application"; "X-Parse-Javascript-Key … client
    // keys"; "sessionToken … to authenticate future requests".
    'https://docs.parseplatform.org/rest/guide/#authentication',
    'https://docs.parseplatform.org/rest/guide/#users',
    // "Sessions represent an instance of a user logged into a device"; "installationId: unique
    // string referring to the Installation".
    'https://docs.parseplatform.org/js/guide/#sessions',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: 'parse.test',
    credentials: [
      // Documented as a session's token and carried by hand like a bearer token.
      {
        carrier: 'body',
        name: /^\/(_SessionToken|sessionToken)$/,
        role: ['session', 'access-token'],
      },
      {
        carrier: 'localStorage',
        name: /\/currentUser\/sessionToken$/,
        role: ['session', 'access-token'],
      },
      { carrier: 'header', name: 'x-parse-session-token', role: ['session', 'access-token'] },
      { carrier: 'body', name: '/_JavaScriptKey', role: 'api-key' },
      { carrier: 'header', name: 'x-parse-javascript-key', role: 'api-key' },
      // It names the application; the documentation gives it no secrecy, though requests need it.
      { carrier: 'body', name: '/_ApplicationId', role: ['api-key', 'other'] },
      { carrier: 'header', name: 'x-parse-application-id', role: ['api-key', 'other'] },
      { carrier: 'body', name: '/_InstallationId', role: ['device', 'tracking', 'other'] },
      { carrier: 'localStorage', name: /installationId$/i, role: ['device', 'tracking', 'other'] },
      { carrier: 'localStorage', name: /^Parse\//, role: ['other', 'preference'] },
      { carrier: 'body', name: /objectId$/, role: 'other' },
    ],
  },
  start: () => serve('parse.test', () => app(), { secure: true }),
  visit: spaVisit,
};

const PAGE = spaPage(
  `
Parse.initialize('${APPLICATION_ID}', '${JAVASCRIPT_KEY}');
Parse.serverURL = location.origin + '/parse';
async function logIn() { const { username, password } = credentials(); await Parse.User.logIn(username, password); }
async function load() {
  return new Parse.Query('Profile').first().then((profile) => profile.get('name'), (error) => 'refused: ' + error.code);
}
async function logOut() { await Parse.User.logOut(); return 'logged out'; }
`,
  '<script src="/parse.js"></script>',
);

const record = {
  objectId: 'aX3kP09mQz',
  createdAt: '2024-05-02T16:00:00.000Z',
  updatedAt: '2024-05-02T16:00:00.000Z',
};

function app() {
  const site = express();
  // The SDK sends its keys in the body, as text/plain.
  site.use(express.json({ type: () => true }));
  site.get('/', (_, response) => void response.send(PAGE));
  site.get('/parse.js', (_, response) =>
    response.sendFile(packageFile('parse', 'dist/parse.min.js')),
  );
  site.use('/parse', (request, response, next) => {
    const known =
      request.body._ApplicationId === APPLICATION_ID &&
      request.body._JavaScriptKey === JAVASCRIPT_KEY;
    return known ? next() : void response.status(403).json({ error: 'unauthorized' });
  });
  site.post('/parse/login', (request, response) => {
    if (!isUser(request.body.username, request.body.password))
      return void response.status(404).json({ code: 101, error: 'Invalid username/password.' });
    const sessionToken = `r:${randomBytes(16).toString('hex')}`;
    sessions.add(sessionToken);
    response.json({ ...record, username: USER.name, email: USER.email, sessionToken });
  });
  site.use((request, response, next) =>
    sessions.has(request.body._SessionToken)
      ? next()
      : void response.status(400).json({ code: 209, error: 'Invalid session token' }),
  );
  site.post('/parse/logout', (request, response) => {
    sessions.delete(request.body._SessionToken);
    response.json({});
  });
  site.post(
    '/parse/classes/Profile',
    (_, response) =>
      void response.json({
        results: [{ ...record, className: 'Profile', name: PROFILE.name, city: PROFILE.city }],
      }),
  );
  return site;
}
