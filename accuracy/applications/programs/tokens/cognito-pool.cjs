// Amazon Cognito's JavaScript SDK against a user pool, and an API of one's own behind it that takes the id token bare.
const { randomBytes, randomUUID } = require('node:crypto');
const { frame, isUser, require_ } = require('./frame.cjs');
const jwt = require_('jsonwebtoken');

const { app, express, show, open } = frame({
  title: 'Fleet',
  client: `
import { CognitoUserPool, CognitoUser, AuthenticationDetails } from 'amazon-cognito-identity-js';
const pool = new CognitoUserPool({ UserPoolId: 'eu-west-1_Fle3tPool', ClientId: '4r8k0v5d1mh2t7qk9p3s6u1abc', endpoint: location.origin + '/pool/' });
const session = () => new Promise((done, fail) => { const user = pool.getCurrentUser(); if (!user) fail('nobody'); else user.getSession((error, s) => error ? fail(error) : done(s)); });
const api = async (path, options) => {
  const token = (await session().catch(() => undefined))?.getIdToken().getJwtToken();
  const answer = await fetch('/prod' + path, { ...options, headers: token ? { Authorization: token } : {} });
  if (!answer.ok) throw answer.status;
  return answer.json();
};
const client = {
  logIn: (Username, Password) => new Promise((done, fail) => {
    const user = new CognitoUser({ Username, Pool: pool });
    user.setAuthenticationFlowType('USER_PASSWORD_AUTH');
    user.authenticateUser(new AuthenticationDetails({ Username, Password }), { onSuccess: () => done(), onFailure: fail });
  }),
  load: async () => (await api('/vehicles')).length,
  add: () => api('/vehicles', { method: 'POST', body: '{"plate":"AB 12"}' }),
  renew: async () => { const s = await session(); return new Promise((done, fail) => pool.getCurrentUser().refreshSession(s.getRefreshToken(), (error) => error ? fail(error) : done())); },
  logOut: () => new Promise((done) => pool.getCurrentUser().signOut(done)),
};`,
});

const SECRET = randomBytes(32);
const SUB = randomUUID();
const refresh = new Set();
const vehicles = [];
const tokens = () => {
  const more = {
    issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Fle3tPool',
    subject: SUB,
    expiresIn: 3600,
    keyid: 'pool-key-1',
    jwtid: randomUUID(),
  };
  return {
    AccessToken: jwt.sign(
      {
        token_use: 'access',
        client_id: '4r8k0v5d1mh2t7qk9p3s6u1abc',
        scope: 'aws.cognito.signin.user.admin',
        username: 'ada',
      },
      SECRET,
      more,
    ),
    IdToken: jwt.sign(
      {
        token_use: 'id',
        aud: '4r8k0v5d1mh2t7qk9p3s6u1abc',
        email: 'ada@example.test',
        'cognito:username': 'ada',
        auth_time: Math.floor(Date.now() / 1000),
      },
      SECRET,
      more,
    ),
    ExpiresIn: 3600,
    TokenType: 'Bearer',
  };
};
app.use('/pool', express.json({ type: () => true }));
app.post('/pool', (request, response) => {
  const act = (request.headers['x-amz-target'] ?? '').split('.')[1];
  const { AuthFlow, AuthParameters = {}, Token, RefreshToken } = request.body;
  const refuse = (type, message) => response.status(400).json({ __type: type, message });
  const given = AuthParameters.REFRESH_TOKEN ?? RefreshToken;
  if (act === 'InitiateAuth' && AuthFlow === 'USER_PASSWORD_AUTH') {
    if (!isUser(AuthParameters.USERNAME, AuthParameters.PASSWORD))
      return void refuse('NotAuthorizedException', 'Incorrect username or password.');
    const token = `eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiUlNBLU9BRVAifQ.${[256, 12, 600, 16].map((n) => randomBytes(n).toString('base64url')).join('.')}`;
    refresh.add(token);
    return void response.json({
      AuthenticationResult: { ...tokens(), RefreshToken: token },
      ChallengeParameters: {},
    });
  }
  if (given && refresh.has(given) && act !== 'RevokeToken')
    return void response.json({ AuthenticationResult: tokens(), ChallengeParameters: {} });
  if (act === 'RevokeToken') return void (refresh.delete(Token), response.json({}));
  refuse('NotAuthorizedException', 'Invalid Refresh Token');
});
app.use('/prod', express.json({ type: () => true }), (request, response, next) => {
  try {
    jwt.verify(request.headers.authorization ?? '', SECRET);
    next();
  } catch {
    response.status(401).json({ message: 'Unauthorized' });
  }
});
app.get('/prod/vehicles', (_, response) => response.json(vehicles));
app.post('/prod/vehicles', (request, response) => response.json(vehicles.push(request.body)));
app.get('/', show);
open();
