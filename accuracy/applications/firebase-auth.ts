import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'firebase-auth.test';

/**
 * Firebase's Auth SDK: tokens in IndexedDB, an API key for the page in every address, a back end
 * that takes the ID token.
 */
export const application: Application = {
  name: 'firebase-auth',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "API keys for Firebase services are not used to control access … can be included in code".
    'https://firebase.google.com/docs/projects/api-keys',
    // "idToken: a Firebase Auth ID token; refreshToken; localId".
    'https://firebase.google.com/docs/reference/rest/auth',
    // "send the ID token to your backend".
    'https://firebase.google.com/docs/auth/admin/verify-id-tokens',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      // The ID token is what authenticates at one’s own back end: called so, used as an access
      // token.
      {
        carrier: 'header',
        name: 'authorization',
        role: ['id-token', 'access-token'],
        format: 'jwt',
      },
      {
        carrier: 'indexedDB',
        name: /accessToken$/,
        role: ['id-token', 'access-token'],
        format: 'jwt',
      },
      { carrier: 'indexedDB', name: /refreshToken$/, role: 'refresh-token' },
      { carrier: 'indexedDB', name: '/apiKey/i', role: ['api-key', 'other'] },
      { carrier: 'indexedDB', name: /./, role: 'other' },
      { carrier: 'url', name: 'key', role: 'api-key' },
      {
        carrier: 'body',
        name: /^\/(id_?token|access_token)$/i,
        role: ['id-token', 'access-token'],
        format: 'jwt',
      },
      { carrier: 'body', name: /^\/?refresh_?token$/i, role: 'refresh-token' },
      { carrier: 'body', name: /./, role: 'other' },
      { carrier: 'header', name: /^x-(client-version|firebase-.*)$/, role: 'other' },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
      { carrier: 'localStorage', name: /^firebase:/, role: 'other' },
    ],
  },
  proof: { url: /\/api\/recipes$/, knows: ({ status }) => status === 200 },
  start: (scratch) => tokenProgram(scratch, HOST, 'firebase-auth'),
  visit: tokenVisit({ user: 'ada@example.test', renews: true }),
};
