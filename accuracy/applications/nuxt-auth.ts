import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'nuxt-auth.test';

/**
 * What @nuxtjs/auth keeps: the same token in localStorage and in a readable cookie, expirations and
 * a refresh token beside it.
 */
export const application: Application = {
  name: 'nuxt-auth',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "_token.local", "_refresh_token.local", "_token_expiration.local": cookie and localStorage;
    // logged out: "false".
    'https://auth.nuxtjs.org/schemes/refresh',
  ],
  truth: {
    mechanism: ['bearer-token', 'hybrid'],
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      { carrier: 'localStorage', name: 'auth._token.local', role: 'access-token', format: 'jwt' },
      { carrier: 'cookie', name: 'auth._token.local', role: 'access-token', format: 'jwt' },
      {
        carrier: 'localStorage',
        name: 'auth._refresh_token.local',
        role: 'refresh-token',
        format: 'opaque',
      },
      {
        carrier: 'cookie',
        name: 'auth._refresh_token.local',
        role: 'refresh-token',
        format: 'opaque',
      },
      {
        carrier: 'cookie',
        name: /^auth\.(strategy|_.*_expiration\.local)$/,
        role: ['other', 'preference'],
      },
      { carrier: 'localStorage', name: /^auth\./, role: ['other', 'preference'] },
      { carrier: 'body', name: /accessToken$/, role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: /refreshToken$/, role: 'refresh-token', format: 'opaque' },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  proof: { url: /\/api\/beds$/, knows: ({ status }) => status === 200 },
  start: (scratch) => tokenProgram(scratch, HOST, 'nuxt-auth'),
  visit: tokenVisit({ renews: true }),
};
