// SimpleWebAuthn as its documentation has it: a passkey is made once, then it logs in; the challenge waits in the session.
const { randomBytes } = require('node:crypto');
const { frame, require_ } = require('./frame.cjs');
const session = require_('express-session');
const web = require_('@simplewebauthn/server');

const { app, show, open } = frame({
  title: 'Vault',
  client: `
import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
const ask = async (path, body) => {
  const answer = await fetch(path, body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw answer.status;
  return answer.json();
};
const client = {
  logIn: async () => {
    const assertion = await startAuthentication({ optionsJSON: await ask('/generate-authentication-options') });
    const { verified } = await ask('/verify-authentication', assertion);
    if (!verified) throw 'not verified';
  },
  load: async () => (await ask('/secrets')).length,
  add: async () => { await ask('/secrets', { title: 'Door' }); },
  more: async () => { await ask('/verify-registration', await startRegistration({ optionsJSON: await ask('/generate-registration-options') })); },
  logOut: async () => { await ask('/lock', {}); },
};`,
});

const rpID = 'passkey-login.test';
const expected = {
  expectedOrigin: process.env.ORIGIN,
  expectedRPID: rpID,
  requireUserVerification: false,
};
let passkey;
const secrets = [];
app.use(
  session({
    secret: randomBytes(16).toString('hex'),
    name: 'vault',
    resave: false,
    saveUninitialized: false,
    cookie: { secure: true, sameSite: 'strict' },
  }),
);
const kept = async (request, response, options) => {
  request.session.challenge = options.challenge;
  response.json(options);
};
app.get('/generate-registration-options', async (request, response) =>
  kept(
    request,
    response,
    await web.generateRegistrationOptions({
      rpName: 'Vault',
      rpID,
      userName: 'ada',
      authenticatorSelection: { residentKey: 'required' },
    }),
  ),
);
app.post('/verify-registration', async (request, response) => {
  const { verified, registrationInfo } = await web.verifyRegistrationResponse({
    response: request.body,
    expectedChallenge: request.session.challenge,
    ...expected,
  });
  if (verified) passkey = registrationInfo.credential;
  response.json({ verified });
});
app.get('/generate-authentication-options', async (request, response) =>
  kept(request, response, await web.generateAuthenticationOptions({ rpID })),
);
app.post('/verify-authentication', async (request, response) => {
  const { verified } = passkey
    ? await web.verifyAuthenticationResponse({
        response: request.body,
        expectedChallenge: request.session.challenge,
        credential: passkey,
        ...expected,
      })
    : { verified: false };
  if (!verified) return void response.status(400).json({ verified });
  request.session.regenerate(() => ((request.session.user = 'ada'), response.json({ verified })));
});
app.use(['/secrets', '/lock'], (request, response, next) =>
  request.session.user ? next() : response.status(401).json({ error: 'locked' }),
);
app.get('/secrets', (_, response) => response.json(secrets));
app.post('/secrets', (request, response) => response.json(secrets.push(request.body.title)));
app.post('/lock', (request, response) =>
  request.session.destroy(() => response.clearCookie('vault').json({})),
);
app.get('/', show);
open();
