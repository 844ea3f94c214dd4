import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'cognito-pool.test';

/**
 * Amazon Cognito's user pools with its JavaScript SDK; an API behind it takes the id token, bare.
 */
export const application: Application = {
  name: 'cognito-pool',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "AccessToken, IdToken, RefreshToken" of InitiateAuth; "RevokeToken".
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html',
    // "CognitoIdentityServiceProvider.<client>.<user>.idToken": cacheTokens().
    'node_modules/amazon-cognito-identity-js/lib/CognitoUser.js',
    // "Use the Authorization header with the identity token".
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-invoke-api-integrated-with-cognito-user-pool.html',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'id-token', format: 'jwt' },
      { carrier: 'localStorage', name: /\.idToken$/, role: 'id-token', format: 'jwt' },
      { carrier: 'localStorage', name: /\.accessToken$/, role: 'access-token', format: 'jwt' },
      { carrier: 'localStorage', name: /\.refreshToken$/, role: 'refresh-token' },
      { carrier: 'localStorage', name: /\.(LastAuthUser|clockDrift)$/, role: 'other' },
      { carrier: 'body', name: /\/IdToken$/, role: 'id-token', format: 'jwt' },
      { carrier: 'body', name: /\/AccessToken$/, role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: /\/(RefreshToken|REFRESH_TOKEN|Token)$/, role: 'refresh-token' },
      { carrier: 'body', name: /ClientId$/, role: 'other' },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  proof: { url: /\/prod\/vehicles$/, knows: ({ status }) => status === 200 },
  start: (scratch) => tokenProgram(scratch, HOST, 'cognito-pool'),
  visit: tokenVisit({ renews: true }),
};
